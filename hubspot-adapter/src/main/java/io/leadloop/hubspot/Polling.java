package io.leadloop.hubspot;

import java.time.Duration;

/**
 * How changes are looked for.
 *
 * @param overlap how far behind the newest change seen a search starts again; must exceed the lag of the search index
 * @param fieldTimes whether each record is read with the history of its properties, to learn when each one changed;
 *     halves the size of a batch
 * @param archivedEvery after how many finished polls the list of deleted records is read, 0 for never. It has no order by
 *     time: each reading costs one call per 100 records deleted in the last 90 days, at least one
 */
public record Polling(Duration overlap, boolean fieldTimes, int archivedEvery) {

    public static Polling standard() {
        return new Polling(Duration.ofSeconds(60), false, 10);
    }

    public Polling withArchivedEvery(int polls) {
        return new Polling(overlap, fieldTimes, polls);
    }

    public Polling withFieldTimes(boolean wanted) {
        return new Polling(overlap, wanted, archivedEvery);
    }

    public Polling withOverlap(Duration wanted) {
        return new Polling(wanted, fieldTimes, archivedEvery);
    }
}
