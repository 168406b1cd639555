package io.leadloop.hubspot;

import io.leadloop.spi.ChangeCursor;
import java.util.List;
import java.util.Optional;

/**
 * Where a poll stands; the parsed cursor. All times are in milliseconds, the vendor's but for {@code since} and {@code
 * begun}, which are ours and only measure how long ago something was.
 *
 * @param after the id after which the next page of a list or slice starts
 * @param from the lowest modified time that the next search asks for; -1 before a backfill's first call
 * @param high the highest modified time seen
 * @param floor all changes before it have been seen for certain, so that overlap need not reach below
 * @param since when {@code high} was reached
 * @param begun when the present pass from {@code from} on started, 0 between passes
 * @param deleted the highest time of deletion reported
 * @param deletedNext that of the reading of deleted records under way
 * @param number counts pages that brought something
 */
record Standing(
        Mode mode,
        String hash,
        String after,
        long from,
        long high,
        long floor,
        long since,
        long begun,
        long deleted,
        long deletedNext,
        long number) {

    private static final String FORMAT = "1";

    enum Mode {
        /** All records, by id. */
        LIST,
        /** By modified time. */
        TIME,
        /** Those of one modified time that are more than a page, by id. */
        SLICE,
        /** Deleted ones, by id. */
        ARCHIVED
    }

    static Standing backfill(String hash) {
        return new Standing(Mode.LIST, hash, "", -1, 0, 0, 0, 0, 0, 0, 0);
    }

    static Standing at(String hash, long from, long now) {
        return new Standing(Mode.TIME, hash, "", from, from, from, now, 0, from, from, 0);
    }

    /** Empty if the cursor is of another format or another projection. */
    static Optional<Standing> of(ChangeCursor cursor, String hash) {
        List<String> parts = List.of(cursor.text().split("\\|", -1));
        if (parts.size() != 12 || !parts.get(0).equals(FORMAT) || !parts.get(2).equals(hash)) {
            return Optional.empty();
        }
        try {
            long[] numbers =
                    parts.subList(4, 12).stream().mapToLong(Long::parseLong).toArray();
            return Optional.of(new Standing(
                    Mode.valueOf(parts.get(1)),
                    hash,
                    parts.get(3),
                    numbers[0],
                    numbers[1],
                    numbers[2],
                    numbers[3],
                    numbers[4],
                    numbers[5],
                    numbers[6],
                    numbers[7]));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    ChangeCursor cursor() {
        return new ChangeCursor(String.join(
                "|",
                FORMAT,
                mode.name(),
                hash,
                after,
                Long.toString(from),
                Long.toString(high),
                Long.toString(floor),
                Long.toString(since),
                Long.toString(begun),
                Long.toString(deleted),
                Long.toString(deletedNext),
                Long.toString(number)));
    }

    Standing in(Mode wanted, String id) {
        return new Standing(wanted, hash, id, from, high, floor, since, begun, deleted, deletedNext, number);
    }

    Standing from(long wanted) {
        return new Standing(mode, hash, after, wanted, high, floor, since, begun, deleted, deletedNext, number);
    }

    /** Has seen changes up to this time. */
    Standing reached(long modified, long now) {
        return modified > high
                ? new Standing(mode, hash, after, from, modified, floor, now, begun, deleted, deletedNext, number)
                : this;
    }

    Standing begun(long now) {
        return new Standing(mode, hash, after, from, high, floor, since, now, deleted, deletedNext, number);
    }

    Standing settled() {
        return new Standing(mode, hash, after, from, high, high + 1, since, begun, deleted, deletedNext, number);
    }

    Standing deletedUpTo(long reported, long underWay) {
        return new Standing(mode, hash, after, from, high, floor, since, begun, reported, underWay, number);
    }

    Standing counted() {
        return new Standing(mode, hash, after, from, high, floor, since, begun, deleted, deletedNext, number + 1);
    }
}
