package io.leadloop.ledger;

/** The one way to write to the store. */
public interface UnitOfWork {

    /**
     * All or nothing; durable against a killed process when it returns.
     *
     * @throws Conflict if a state, link or entry moved since it was read, or a link would not be unique: nothing was
     *     written, and the conflict names the aggregates to reload and plan again
     * @throws FenceLost if another engine has taken over: nothing was written
     */
    void commit(Changes changes);
}
