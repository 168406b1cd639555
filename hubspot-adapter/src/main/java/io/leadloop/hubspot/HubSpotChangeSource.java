package io.leadloop.hubspot;

import io.leadloop.hubspot.Standing.Mode;
import io.leadloop.spi.ChangeCursor;
import io.leadloop.spi.ChangePage;
import io.leadloop.spi.ChangeSource;
import io.leadloop.spi.Projection;
import io.leadloop.spi.VendorRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Changes of one object type: all records by the list, then by search on the modified property.
 *
 * <p>A search starts an overlap behind the newest change seen, because the index lags; what it shows again is skipped by
 * id, time and content. Pages go on from the last modified time, not by offset: records that change meanwhile move to the
 * end, and an offset would skip as many. More records of one millisecond than fit a page are read by id. Once the newest
 * change is older than the overlap, the overlap is given up until the next change; so an idle poll is one call that
 * returns nothing. Searches give ids only; values are read by batch.
 *
 * <p>Deleted records are looked for after every nth finished poll ({@link Polling}); merged ones are told by the survivor.
 * A cursor of another projection gives a gap and goes on with a backfill; HubSpot itself expires no cursor, but forgets
 * deletions after 90 days.
 */
final class HubSpotChangeSource implements ChangeSource {

    private final Projection what;
    private final Polling polling;
    private final InstantSource clock;
    private final ListScan list;
    private final SearchScan search;
    private final ArchivedScan archived;
    private final Handled handled = new Handled();
    private int finished;

    HubSpotChangeSource(
            HubSpotClient client, RecordsById records, Projection what, Polling polling, InstantSource clock) {
        this.what = what;
        this.polling = polling;
        this.clock = clock;
        Rows rows = records.rows(what);
        this.list = new ListScan(client, records, rows, polling);
        this.search = new SearchScan(client, records, rows, polling);
        this.archived = new ArchivedScan(client, rows);
    }

    @Override
    public ChangeCursor start(Instant from) {
        Standing standing = from.equals(Instant.EPOCH)
                ? Standing.backfill(what.hash())
                : Standing.at(what.hash(), from.toEpochMilli(), clock.millis());
        return standing.cursor();
    }

    @Override
    public synchronized ChangePage poll(ChangeCursor cursor, int limit) {
        Optional<Standing> standing = Standing.of(cursor, what.hash());
        if (standing.isEmpty()) {
            return new ChangePage(List.of(), start(Instant.EPOCH), Instant.EPOCH, true, true);
        }
        Map<String, Handled.Look> looks = handled.before(cursor);
        Scan.Step step = scan(standing.get().mode()).next(standing.get(), looks, clock.millis(), Math.max(1, limit));
        Standing next = step.next();
        boolean more = step.more();
        if (!more && standing.get().mode() != Mode.ARCHIVED && archivedDue()) {
            next = next.in(Mode.ARCHIVED, "");
            more = true;
        }
        if (!step.changes().isEmpty()) {
            next = next.counted();
        }
        handled.keep(next.cursor(), looks);
        List<VendorRecord> changes = step.changes().stream()
                .sorted(Comparator.comparing(VendorRecord::changedAt).thenComparing(VendorRecord::ref))
                .toList();
        return new ChangePage(changes, next.cursor(), Instant.ofEpochMilli(next.high()), more, false);
    }

    @Override
    public OptionalLong size() {
        return list.size();
    }

    /** The list gives 100 records a call, ties to each other type come for 1,000 at once, and one search goes before. */
    @Override
    public long calls(long records, int limit) {
        return list.calls(records, what.associations().size());
    }

    private Scan scan(Mode mode) {
        return switch (mode) {
            case LIST -> list;
            case TIME, SLICE -> search;
            case ARCHIVED -> archived;
        };
    }

    private boolean archivedDue() {
        finished++;
        return polling.archivedEvery() > 0 && (finished - 1) % polling.archivedEvery() == 0;
    }
}
