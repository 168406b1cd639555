package io.leadloop.lifecycle;

import java.time.Duration;

/**
 * What both teams agreed on time and repetition.
 *
 * @param answerWithin business time from delivery to the answer
 * @param grace business time after the answer was due, before the hand-off expires
 * @param coolDown elapsed time in nurture where the reason names none
 * @param cyclesPerYear most cycles of a person within 365 days; a hand-raise is not counted against it
 * @param correctionWindow elapsed time in which the author may change an answer
 */
public record LifecyclePolicy(
        BusinessCalendar calendar,
        Duration answerWithin,
        Duration grace,
        Duration coolDown,
        int cyclesPerYear,
        Duration correctionWindow) {

    /** 8 and 2 business hours, 30 days, 3 cycles, 15 minutes. */
    public static LifecyclePolicy agreed(BusinessCalendar calendar) {
        return new LifecyclePolicy(
                calendar, Duration.ofHours(8), Duration.ofHours(2), Duration.ofDays(30), 3, Duration.ofMinutes(15));
    }
}
