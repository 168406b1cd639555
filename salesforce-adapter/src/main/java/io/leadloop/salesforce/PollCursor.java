package io.leadloop.salesforce;

import io.leadloop.spi.ChangeCursor;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Where a poll stands.
 *
 * @param hash of the projection
 * @param floor the start; nothing older is read
 * @param time of the last row seen
 * @param id of the last row of a full page, while more are to come; empty between cycles
 * @param day of the last poll, by our clock: cut to days so that an idle poll gives the same cursor again
 */
record PollCursor(String hash, Instant floor, Instant time, String id, Instant day) {

    private static final String FORM = "sf1";

    static PollCursor start(String hash, Instant from, Instant now) {
        Instant second = from.truncatedTo(ChronoUnit.SECONDS);
        return new PollCursor(hash, second, second, "", day(now));
    }

    /** Empty if the text was not written by this class. */
    static Optional<PollCursor> parse(ChangeCursor cursor) {
        String[] parts = cursor.text().split("\\|", -1);
        if (parts.length != 6 || !parts[0].equals(FORM) || !(parts[4].isEmpty() || Soql.isId(parts[4]))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PollCursor(
                    parts[1], Instant.parse(parts[2]), Instant.parse(parts[3]), parts[4], Instant.parse(parts[5])));
        } catch (java.time.format.DateTimeParseException e) {
            return Optional.empty();
        }
    }

    ChangeCursor text() {
        return new ChangeCursor(String.join("|", FORM, hash, floor.toString(), time.toString(), id, day.toString()));
    }

    /** After a full page: go on behind this row. */
    PollCursor behind(Instant lastTime, String lastId, Instant now) {
        return new PollCursor(hash, floor, lastTime, lastId, day(now));
    }

    /** After the last page: the next poll begins a cycle, with overlap. */
    PollCursor rest(Instant lastTime, Instant now) {
        return new PollCursor(hash, floor, lastTime, "", day(now));
    }

    boolean expired(Instant now, Duration recycleBin) {
        return Duration.between(day, now).compareTo(recycleBin) > 0;
    }

    /** The WHERE clause. Overlap is for the first page of a cycle only, so that paging through ties moves on. */
    String condition(Duration overlap) {
        if (id.isEmpty()) {
            Instant from = time.minus(overlap);
            return Columns.VERSION + " >= " + Soql.moment(from.isBefore(floor) ? floor : from);
        }
        String at = Soql.moment(time);
        return "(" + Columns.VERSION + " > " + at + " OR (" + Columns.VERSION + " = " + at + " AND Id > "
                + Soql.text(id) + "))";
    }

    private static Instant day(Instant now) {
        return now.truncatedTo(ChronoUnit.DAYS);
    }
}
