package io.leadloop.hubspot;

import io.leadloop.spi.ChangeCursor;
import java.util.ArrayList;
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
 * @param deleted all deletions before it have been seen for certain
 * @param deletedLast the newest deletion that the last whole reading of deleted records saw
 * @param deletedNext that of the reading under way
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
        long deletedLast,
        long deletedNext,
        long number) {

    private static final String FIRST_FORMAT = "1";
    private static final String FORMAT = "2";
    private static final int PARTS = 13;
    private static final int DELETED = 9;

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
        return new Standing(Mode.LIST, hash, "", -1, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    static Standing at(String hash, long from, long now) {
        return new Standing(Mode.TIME, hash, "", from, from, from, now, 0, from, from, from, 0);
    }

    /** Empty if the cursor is of another format or another projection. */
    static Optional<Standing> of(ChangeCursor cursor, String hash) {
        List<String> parts = List.of(cursor.text().split("\\|", -1));
        if (parts.size() != PARTS
                || !parts.get(0).equals(FORMAT)
                || !parts.get(2).equals(hash)) {
            return parts.size() == PARTS - 1 && parts.get(0).equals(FIRST_FORMAT)
                    ? of(translated(parts), hash)
                    : Optional.empty();
        }
        try {
            long[] numbers =
                    parts.subList(4, PARTS).stream().mapToLong(Long::parseLong).toArray();
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
                    numbers[7],
                    numbers[8]));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The first format knew one time of deletion less. */
    private static ChangeCursor translated(List<String> parts) {
        List<String> now = new ArrayList<>(parts);
        now.set(0, FORMAT);
        now.add(DELETED, parts.get(DELETED));
        return new ChangeCursor(String.join("|", now));
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
                Long.toString(deletedLast),
                Long.toString(deletedNext),
                Long.toString(number)));
    }

    Standing in(Mode wanted, String id) {
        return new Standing(
                wanted, hash, id, from, high, floor, since, begun, deleted, deletedLast, deletedNext, number);
    }

    Standing from(long wanted) {
        return new Standing(
                mode, hash, after, wanted, high, floor, since, begun, deleted, deletedLast, deletedNext, number);
    }

    /** Has seen changes up to this time. */
    Standing reached(long modified, long now) {
        return modified > high
                ? new Standing(
                        mode, hash, after, from, modified, floor, now, begun, deleted, deletedLast, deletedNext, number)
                : this;
    }

    Standing begun(long now) {
        return new Standing(
                mode, hash, after, from, high, floor, since, now, deleted, deletedLast, deletedNext, number);
    }

    Standing settled() {
        return new Standing(
                mode, hash, after, from, high, high + 1, since, begun, deleted, deletedLast, deletedNext, number);
    }

    /** Has seen a page of deleted records, the newest of which is from then. */
    Standing deletedSeen(long newest) {
        return new Standing(
                mode,
                hash,
                after,
                from,
                high,
                floor,
                since,
                begun,
                deleted,
                deletedLast,
                Math.max(deletedNext, newest),
                number);
    }

    /**
     * Has read all pages of deleted records. What was deleted while they were read may have been on a page that was read
     * before; what the reading before this one saw is older than the first of these pages.
     */
    Standing deletedRead() {
        return new Standing(
                mode, hash, after, from, high, floor, since, begun, deletedLast, deletedNext, deletedNext, number);
    }

    Standing counted() {
        return new Standing(
                mode, hash, after, from, high, floor, since, begun, deleted, deletedLast, deletedNext, number + 1);
    }
}
