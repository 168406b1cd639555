package io.leadloop.pipeline;

import io.leadloop.canonical.Lane;
import io.leadloop.ledger.Store;
import io.leadloop.spi.ChangeCursor;
import io.leadloop.spi.ChangePage;
import io.leadloop.spi.ChangeSource;
import io.leadloop.spi.Projection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;

/** Reads what is new of everything that is watched, page by page; the cursor is committed with what its page led to. */
final class Poller {

    static final int PAGE = 1_000;

    private final Setup setup;
    private final Store store;
    private final InstantSource clock;
    private final PageWork pages;
    private final Meanwhile meanwhile;
    private final List<Watch> watches;
    private boolean keptBack;

    Poller(Setup setup, Store store, InstantSource clock, PageWork pages, Meanwhile meanwhile) {
        this.setup = setup;
        this.store = store;
        this.clock = clock;
        this.pages = pages;
        this.meanwhile = meanwhile;
        this.watches = Watch.of(setup);
    }

    /** While a first read must wait, nothing behind it is read: it would not know whom there is already. */
    long poll(Progress progress) {
        long read = 0;
        long expected = progress.isSeen() ? expected() : 0;
        keptBack = false;
        for (Watch watch : watches) {
            ChangeSource source = watch.connected().adapter().changes(watch.projection());
            try (ReadAhead ahead = new ReadAhead()) {
                ChangeCursor cursor = store.setting(watch.cursorName())
                        .map(ChangeCursor::new)
                        .orElseGet(() -> source.start(Instant.EPOCH));
                Lane lane = isWhole(watch) ? Lane.STATUS : Lane.BACKFILL;
                boolean more = true;
                while (more) {
                    if (!watch.connected().permits(lane)) {
                        keptBack = true;
                        if (lane == Lane.BACKFILL) {
                            return read;
                        }
                        break;
                    }
                    ChangePage page = ahead.page(source, cursor, PAGE);
                    ChangeCursor next = page.gap() ? source.start(Instant.EPOCH) : page.next();
                    more = page.gap() || page.more();
                    boolean rang = meanwhile.isDue();
                    if (more && !rang) {
                        ahead.begin(source, next, PAGE);
                    }
                    take(watch, page, cursor, next, !more && lane == Lane.BACKFILL);
                    if (rang) {
                        meanwhile.look();
                    }
                    cursor = next;
                    read += page.changes().size();
                    progress.at(read, expected);
                }
            }
        }
        return read;
    }

    /** Whether the last poll left something unread, since the rest of a vendor's calls is kept. */
    boolean keptBack() {
        return keptBack;
    }

    /** Whether nothing is left that was never read. */
    boolean knowsAll() {
        return watches.stream().allMatch(this::isWhole);
    }

    /** What first reads would take, of each account in which something was not read yet; some cheap calls tell. */
    List<Forecast> forecast() {
        return setup.connections().stream()
                .flatMap(connected -> Forecast.of(connected, unread(connected), PAGE).stream())
                .toList();
    }

    private void take(Watch watch, ChangePage page, ChangeCursor before, ChangeCursor next, boolean whole) {
        if (!page.changes().isEmpty() || !next.equals(before) || whole) {
            pages.take(watch.connected(), page.changes(), clock.instant(), desk -> {
                desk.setting(watch.cursorName(), next.text());
                if (whole) {
                    desk.setting(watch.wholeName(), "read");
                }
            });
        }
    }

    private boolean isWhole(Watch watch) {
        return store.setting(watch.wholeName()).isPresent();
    }

    private List<Projection> unread(Connected connected) {
        return watches.stream()
                .filter(watch -> watch.connected().equals(connected) && !isWhole(watch))
                .map(Watch::projection)
                .toList();
    }

    /** All records of what is read for the first time; 0 if a vendor does not tell, or nothing is read for the first time. */
    private long expected() {
        long all = 0;
        for (Watch watch : watches) {
            if (store.setting(watch.cursorName()).isEmpty()) {
                OptionalLong size =
                        watch.connected().adapter().changes(watch.projection()).size();
                if (size.isEmpty()) {
                    return 0;
                }
                all += size.getAsLong();
            }
        }
        return all;
    }
}
