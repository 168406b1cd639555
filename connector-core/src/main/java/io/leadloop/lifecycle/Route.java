package io.leadloop.lifecycle;

import io.leadloop.canonical.LifecycleState;

/** Where a reason sends the lead. */
public enum Route {
    /** To another owner. The CRM assigns owners, so the cycle ends and the lead waits in nurture for the next one. */
    ROUTE(LifecycleState.REROUTED, LifecycleState.NURTURE),
    /** To whoever repairs the data; the cycle ends. */
    FIX(LifecycleState.DATA_FIX, LifecycleState.DATA_FIX),
    NURTURE(LifecycleState.NURTURE, LifecycleState.NURTURE),
    DISQUALIFY(LifecycleState.DISQUALIFIED, LifecycleState.DISQUALIFIED),
    /** No contact any more. */
    STOP(LifecycleState.SUPPRESSED, LifecycleState.SUPPRESSED);

    private final LifecycleState end;
    private final LifecycleState rest;

    Route(LifecycleState end, LifecycleState rest) {
        this.end = end;
        this.rest = rest;
    }

    /** The state that the closed hand-off keeps. */
    public LifecycleState end() {
        return end;
    }

    /** Where the lead stands afterwards. */
    public LifecycleState rest() {
        return rest;
    }
}
