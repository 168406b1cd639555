package io.leadloop.pipeline;

/**
 * What one pass did.
 *
 * @param read records that were read, repeats included
 * @param written entries that were sent
 * @param creates planned creations that wait
 * @param updates planned changes that wait
 * @param keptBack whether reading or writing waits because the rest of a vendor's daily calls is kept for others, or for
 *     more urgent work
 * @param held whether the pass stopped before its first write because it would pass a ceiling
 */
public record PassReport(long read, long written, long creates, long updates, boolean held, boolean keptBack) {

    /** Whether the pass found nothing to do. */
    public boolean isQuiet() {
        return written == 0;
    }
}
