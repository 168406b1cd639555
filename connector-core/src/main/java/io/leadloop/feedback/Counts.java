package io.leadloop.feedback;

/** Against whom a reason counts; only {@link #DEFINITION} lowers the precision of the definition. */
public enum Counts {
    DEFINITION,
    OPERATIONS,
    SALES,
    BUYER,
    NOBODY
}
