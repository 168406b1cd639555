package io.leadloop.policy;

import java.util.Locale;

/** Whether writes may leave. */
public enum RunState {
    /** Read and plan; write nothing. The state of a new configuration. */
    SHADOW,
    LIVE,
    /** Like shadow, by a person's order; planned writes stay. */
    PAUSED;

    public static RunState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean writes() {
        return this == LIVE;
    }
}
