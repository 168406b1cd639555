package io.leadloop.attribution;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.Touchpoint;
import java.util.Comparator;

/** A touch, and whose it was: a deal has several people. */
public record PersonTouch(AggregateId person, Touchpoint touch) {

    /** {@link Touchpoint#ORDER}, then by person, so that the order never depends on who was read first. */
    public static final Comparator<PersonTouch> ORDER =
            Comparator.comparing(PersonTouch::touch, Touchpoint.ORDER).thenComparing(PersonTouch::person);
}
