package io.leadloop.language;

import java.util.Comparator;

/**
 * A place in a file of ours.
 *
 * @param file as its source names it, such as {@code salesforce/person.yaml}
 * @param line from 1
 * @param column from 1
 */
public record Location(String file, int line, int column) implements Comparable<Location> {

    private static final Comparator<Location> ORDER =
            Comparator.comparing(Location::file).thenComparing(Location::line).thenComparing(Location::column);

    public static Location start(String file) {
        return new Location(file, 1, 1);
    }

    @Override
    public int compareTo(Location other) {
        return ORDER.compare(this, other);
    }

    /** {@code salesforce/person.yaml:31:5}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
