package io.leadloop.policy;

/** The most that one run may write before a person agrees; checked before its first write. */
public record Ceilings(int createsPerRun, int updatesPerRun) {

    public static final Ceilings NONE = new Ceilings(Integer.MAX_VALUE, Integer.MAX_VALUE);

    public boolean allow(long creates, long updates) {
        return creates <= createsPerRun && updates <= updatesPerRun;
    }
}
