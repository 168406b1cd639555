package io.leadloop.canonical;

import java.util.Locale;

/** The part that a connection plays; rules in mapping files name roles, screens print the vendor's name. */
public enum Role {
    CRM,
    MARKETING;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** As written in files: lower case. */
    public String word() {
        return word;
    }
}
