package io.leadloop.canonical;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What sales said to a hand-off, however they said it.
 *
 * @param reason absent when none was given
 * @param comment empty when there is none
 * @param by who may change it: the vendor's user, or the name that was given; empty if unknown
 * @param name what people call that user; empty if unknown
 * @param origin where it was said: {@code crm}, {@code api}, {@code delete}, {@code system}
 */
public record Answer(
        Kind kind,
        Optional<ReasonCode> reason,
        String comment,
        Optional<LocalDate> revisitOn,
        String by,
        String name,
        Instant at,
        String origin) {

    /** Of somebody whose name is not known apart from {@code by}. */
    public Answer(
            Kind kind,
            Optional<ReasonCode> reason,
            String comment,
            Optional<LocalDate> revisitOn,
            String by,
            Instant at,
            String origin) {
        this(kind, reason, comment, revisitOn, by, "", at, origin);
    }

    public Answer named(String called) {
        return new Answer(kind, reason, comment, revisitOn, by, called, at, origin);
    }

    /** Who gave it, for people to read. The id of a user of the CRM is no name: empty rather than that. */
    public String called() {
        return name.isBlank() && !origin.equals("crm") ? by : name;
    }

    /** Which way the answer goes. */
    public enum Kind {
        ACCEPT,
        /** Work has begun: the first real attempt. */
        WORK,
        DECLINE,
        CONVERTED
    }
}
