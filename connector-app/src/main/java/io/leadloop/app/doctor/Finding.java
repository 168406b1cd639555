package io.leadloop.app.doctor;

import java.util.List;

/**
 * What one check found.
 *
 * @param check its name, such as {@code crm login}
 * @param what one line
 * @param fix one sentence that begins with a verb; empty where nothing is to be done
 * @param missing what is named one by one, such as fields
 */
public record Finding(String check, State state, String what, String fix, List<String> missing) {

    /** How bad it is. */
    public enum State {
        OK,
        /** It runs, but somebody should look. */
        WARNING,
        /** Files, options, store or machine keep it from running. */
        BROKEN,
        /** An account keeps it from running. */
        REFUSED,
        /** Not looked at, since something else is broken. */
        SKIPPED
    }

    public Finding {
        missing = List.copyOf(missing);
    }

    static Finding ok(String check, String what) {
        return new Finding(check, State.OK, what, "", List.of());
    }

    static Finding warning(String check, String what, String fix) {
        return new Finding(check, State.WARNING, what, fix, List.of());
    }

    static Finding broken(String check, String what, String fix) {
        return new Finding(check, State.BROKEN, what, fix, List.of());
    }

    static Finding refused(String check, String what, String fix) {
        return new Finding(check, State.REFUSED, what, fix, List.of());
    }

    static Finding skipped(String check, String because) {
        return new Finding(check, State.SKIPPED, "not looked at: " + because, "", List.of());
    }

    /** For instance: {@code ok     crm login   answers}. */
    public String line() {
        String word = switch (state) {
            case OK -> "ok";
            case WARNING -> "look";
            case BROKEN, REFUSED -> "fix";
            case SKIPPED -> "-";
        };
        return String.format("%-5s %-22s %s", word, check, fix.isEmpty() ? what : what + ". " + fix);
    }
}
