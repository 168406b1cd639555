package io.leadloop.policy;

/** The most that one run may write before a person agrees; checked before its first write. */
public record Ceilings(int createsPerRun, int updatesPerRun) {

    public static final Ceilings NONE = new Ceilings(Integer.MAX_VALUE, Integer.MAX_VALUE);

    /** One planned write is followed by at most this many of either sort: a hand-off has a lead, a row and a task. */
    private static final int FOLLOWED_BY = 4;

    public boolean allow(Expected expected) {
        return expected.creates() <= createsPerRun && expected.updates() <= updatesPerRun;
    }

    /** Whether so many planned writes stay below the ceilings whatever follows from them. */
    public boolean surelyAllow(long planned) {
        return planned * FOLLOWED_BY <= Math.min(createsPerRun, updatesPerRun);
    }
}
