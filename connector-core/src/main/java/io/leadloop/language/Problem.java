package io.leadloop.language;

import java.util.Comparator;

/**
 * One mistake in a file.
 *
 * @param what what is wrong, one sentence without a full stop
 * @param where the line that has to change
 * @param fix what to do; begins with a verb
 */
public record Problem(String what, Location where, String fix) implements Comparable<Problem> {

    private static final Comparator<Problem> ORDER =
            Comparator.comparing(Problem::where).thenComparing(Problem::what);

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return where + ": " + what + ". " + fix;
    }
}
