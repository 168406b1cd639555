package io.leadloop.ledger;

/** What an entry asks of the vendor. */
public enum Operation {
    CREATE,
    UPDATE,
    WITHDRAW
}
