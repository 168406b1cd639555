package io.leadloop.app.keys;

import java.util.Locale;

/** What a key opens; each role may do what those before it may. */
public enum KeyRole {
    /** Reads. */
    VIEWER,
    /** Also answers hand-offs. */
    OPS,
    /** Also what changes rules or keys. */
    ADMIN;

    /** @throws IllegalArgumentException for any other word */
    public static KeyRole of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
