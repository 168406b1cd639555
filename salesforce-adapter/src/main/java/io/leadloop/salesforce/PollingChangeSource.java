package io.leadloop.salesforce;

import com.sforce.soap.partner.sobject.SObject;
import io.leadloop.spi.ChangeCursor;
import io.leadloop.spi.ChangePage;
import io.leadloop.spi.ChangeSource;
import io.leadloop.spi.Projection;
import io.leadloop.spi.VendorRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Polls by (SystemModstamp, Id), deleted rows included (salesforce.md 4.2). A poll is one call; an idle one reads the
 * overlap again and ends. SystemModstamp has whole seconds: two contents of one record can share a version, so a record
 * that comes again with an equal version can carry news.
 *
 * <p>A cursor of another projection or form, and one that was not polled for longer than the recycle bin keeps deleted
 * rows, gives an empty page with {@code gap}; its next cursor reads all records.
 */
final class PollingChangeSource implements ChangeSource {

    private final SalesforceConfig config;
    private final Queries queries;
    private final Projection what;
    private final InstantSource clock;

    PollingChangeSource(SalesforceConfig config, Queries queries, Projection what, InstantSource clock) {
        this.config = config;
        this.queries = queries;
        this.what = what;
        this.clock = clock;
    }

    @Override
    public ChangeCursor start(Instant from) {
        return PollCursor.start(what.hash(), from, clock.instant()).text();
    }

    @Override
    public ChangePage poll(ChangeCursor cursor, int limit) {
        Instant now = clock.instant();
        Optional<PollCursor> known = PollCursor.parse(cursor)
                .filter(at -> at.hash().equals(what.hash()))
                .filter(at -> !at.expired(now, config.recycleBin()));
        if (known.isEmpty()) {
            return new ChangePage(List.of(), start(Instant.EPOCH), Instant.EPOCH, true, true);
        }
        return page(known.get(), Math.max(1, Math.min(limit, Queries.PAGE)), now);
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.of(queries.count(what.type().value()));
    }

    private ChangePage page(PollCursor at, int size, Instant now) {
        List<SObject> rows =
                queries.withRetired(Soql.select(Columns.of(what), what.type().value())
                        + " WHERE " + at.condition(config.overlap())
                        + " ORDER BY " + Columns.VERSION + " ASC, Id ASC LIMIT " + size);
        Rows reader = new Rows(config.connection());
        List<VendorRecord> changes =
                rows.stream().map(row -> reader.record(what, row)).toList();
        boolean more = rows.size() >= size;
        Instant last = rows.isEmpty() ? at.time() : Rows.stamp(rows.get(rows.size() - 1));
        Instant upTo = last.isBefore(at.time()) ? at.time() : last;
        PollCursor next = more ? at.behind(last, rows.get(rows.size() - 1).getId(), now) : at.rest(upTo, now);
        return new ChangePage(changes, next.text(), upTo, more, false);
    }
}
