package io.leadloop.canonical;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * One engagement of a person.
 *
 * @param id stable: the same engagement read again has the same id
 * @param type upper case, such as {@code WEBINAR_ATTENDED}, {@code CONTENT_DOWNLOAD}, {@code DEMO_REQUEST}
 * @param channel where it came from, such as {@code PAID_SEARCH}; empty if unknown
 * @param label what people see: the form, the campaign, the page
 * @param campaign the vendor's campaign record, if there is one
 * @param precise false if only the day is known; {@code occurredAt} is then 12:00 UTC of that day
 * @param source the record that told us
 */
public record Touchpoint(
        String id,
        String type,
        String channel,
        String label,
        Optional<RecordRef> campaign,
        Instant occurredAt,
        boolean precise,
        RecordRef source) {

    private static final String VISIT = "VISIT";

    /** What people read: a visit says where it came from, everything else is its label. */
    public String said() {
        return type.equals(VISIT) ? "Visit: " + Spoken.value(label) : Spoken.value(label);
    }

    /** By time, precise ones before those that know only the day, then by id: stable whatever the order of arrival. */
    public static final Comparator<Touchpoint> ORDER = Comparator.comparing(Touchpoint::occurredAt)
            .thenComparing(touch -> !touch.precise())
            .thenComparing(Touchpoint::id);
}
