package io.leadloop.app.cli;

/** A command cannot do what was asked: what, where, and what to do about it. */
final class Complaint extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final String where;
    private final String fix;

    /** @param fix begins with a verb */
    Complaint(int exitCode, String what, String where, String fix) {
        super(what);
        this.exitCode = exitCode;
        this.where = where;
        this.fix = fix;
    }

    static Complaint input(String what, String where, String fix) {
        return new Complaint(ExitCode.INPUT, what, where, fix);
    }

    static Complaint held(String what, String where, String fix) {
        return new Complaint(ExitCode.HELD, what, where, fix);
    }

    int exitCode() {
        return exitCode;
    }

    String what() {
        return String.valueOf(getMessage());
    }

    String where() {
        return where;
    }

    String fix() {
        return fix;
    }
}
