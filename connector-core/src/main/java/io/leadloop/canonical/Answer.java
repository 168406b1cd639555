package io.leadloop.canonical;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What sales said to a hand-off, however they said it.
 *
 * @param reason absent when none was given
 * @param comment empty when there is none
 * @param by the vendor user, as the vendor names it; empty if unknown
 * @param origin where it was said: {@code crm}, {@code api}, {@code delete}, {@code system}
 */
public record Answer(
        Kind kind,
        Optional<ReasonCode> reason,
        String comment,
        Optional<LocalDate> revisitOn,
        String by,
        Instant at,
        String origin) {

    /** Which way the answer goes. */
    public enum Kind {
        ACCEPT,
        /** Work has begun: the first real attempt. */
        WORK,
        DECLINE,
        CONVERTED
    }
}
