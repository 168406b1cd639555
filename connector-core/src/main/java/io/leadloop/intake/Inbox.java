package io.leadloop.intake;

import java.util.List;

/**
 * Doorbells that nobody has answered yet. One record may ring often; each ring is taken away by the transaction that takes
 * in what was read after it, so that a ring during that read is not lost.
 */
public interface Inbox {

    /** Oldest first. */
    List<Ring> rung(int limit);
}
