package io.leadloop.mapping;

import io.leadloop.language.Location;

/**
 * A vendor value that the mapping cannot read: this field of this record waits for a person, the rest goes on.
 *
 * @param vendorText personal data, possibly; not for logs
 */
public record UnknownValue(String canonical, String vendorText, Problem problem, Location where) {

    public enum Problem {
        /** The value table has no such word. */
        NOT_LISTED,
        /** It is no number, day, moment or flag. */
        NOT_READABLE
    }
}
