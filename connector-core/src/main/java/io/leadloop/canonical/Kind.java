package io.leadloop.canonical;

import java.util.Locale;

/** The kinds of canonical things that a mapping can be about. */
public enum Kind {
    PERSON,
    COMPANY,
    OPPORTUNITY,
    CAMPAIGN,
    /** Belongs to a person: one engagement. */
    TOUCHPOINT,
    /** Belongs to a person: one cycle's hand-off. */
    HANDOFF,
    /** Belongs to an opportunity: one share of its amount. */
    CREDIT;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** Whether a change plans one of these as a whole; the others live inside one of them. */
    public boolean isAggregate() {
        return this == PERSON || this == COMPANY || this == OPPORTUNITY || this == CAMPAIGN;
    }

    public String word() {
        return word;
    }
}
