package io.leadloop.pipeline;

import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.Lane;
import io.leadloop.delivery.Delivery;
import io.leadloop.delivery.RetrySchedule;
import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import io.leadloop.identity.Identity;
import io.leadloop.intake.InternalChange;
import io.leadloop.ledger.Changes;
import io.leadloop.ledger.Entry;
import io.leadloop.ledger.EntryState;
import io.leadloop.ledger.Operation;
import io.leadloop.ledger.Store;
import io.leadloop.merge.Merge;
import io.leadloop.policy.Ceilings;
import io.leadloop.policy.Expected;
import io.leadloop.spi.ChangeCursor;
import io.leadloop.spi.ChangePage;
import io.leadloop.spi.ChangeSource;
import io.leadloop.spi.Projection;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Standing;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** The one entrance of changes and the order of the rooms. Used by one thread; one for each store. */
public final class Pipeline {

    private static final int PAGE = 1_000;

    private final Setup setup;
    private final Store store;
    private final InstantSource clock;
    private final Publication publication;
    private final PageWork pages;
    private final Delivery delivery;
    private final NamedRecords named;
    private final Doorbells doorbells;
    private final Meanwhile meanwhile;
    private final List<Watch> watches;
    private boolean keptBack;

    public Pipeline(Setup setup, Store store, InstantSource clock, String worker) {
        this.setup = setup;
        this.store = store;
        this.clock = clock;
        this.watches = Watch.of(setup);
        Identity identity = new Identity(setup.installation());
        Questions questions = new Questions();
        LoopFields loop = new LoopFields(setup.reasons(), setup.lifecycle().policy());
        PersonViews views = new PersonViews(setup, identity, loop);
        Observe observe = new Observe(setup.mappings(), new Merge(setup::role));
        RetrySchedule retries = new RetrySchedule(8);
        Entries entries = new Entries(setup.revisions(), retries);
        CreditPlan credit = new CreditPlan(setup, identity);
        this.publication = new Publication(setup, store);
        PlainFlow plain = new PlainFlow(setup, identity, observe, entries, questions, publication);
        HandoffView handoffs = new HandoffView(loop);
        PersonPlan plan = new PersonPlan(
                setup,
                identity,
                views,
                new HandoffPlan(setup, identity, handoffs),
                new TaskPlan(setup, identity, handoffs),
                publication);
        PersonFlow people =
                new PersonFlow(setup, observe, views, plan, new Deals(setup.lifecycle(), credit), entries, questions);
        Flows flows = new Flows(people, plain, new OpportunityFlow(plain, credit, entries));
        this.pages = new PageWork(setup, store, new Resolve(setup, identity, questions), flows);
        this.named = new NamedRecords(setup, store);
        this.doorbells = new Doorbells(setup, store, pages, clock);
        this.delivery = new Delivery(store, new Accounts(setup), clock, retries, this::mayLeave, worker);
        this.meanwhile = new Meanwhile(doorbells, delivery);
    }

    /** Reads all that is new, plans, and writes nothing. */
    public PassReport plan(Progress progress) {
        publication.begin(clock.instant());
        meanwhile.look();
        long read = doorbells.answer() + poll(progress);
        internal();
        return report(read, 0, false);
    }

    /** The same without polling: what rang and our own facts alone. */
    public PassReport planRung() {
        publication.begin(clock.instant());
        long read = doorbells.answer();
        internal();
        return report(read, 0, false);
    }

    /** Plans what our own facts ask for, such as a mapping that was applied; reads nothing new and writes nothing. */
    public void planOwn() {
        publication.begin(clock.instant());
        internal();
    }

    /** Reads all that is new, then writes until nothing is left to do. */
    public PassReport run(Progress progress) {
        return run(Ceilings.NONE, () -> new Expected(0, 0), progress);
    }

    /**
     * The same; beyond a ceiling it stops before the first write.
     *
     * @param forecast asked if the plan alone does not tell whether the run stays below its ceilings
     */
    public PassReport run(Ceilings ceilings, Supplier<Expected> forecast, Progress progress) {
        delivery.findOut(Instant.MAX, Integer.MAX_VALUE);
        PassReport planned = plan(progress);
        release();
        return write(planned, ceilings, forecast, progress);
    }

    /**
     * The same; what rings while it is under way is read and written between two of its pages, also if the run is held at
     * last, unless something is read for the first time.
     */
    public PassReport runOpen(Ceilings ceilings, Supplier<Expected> forecast, Progress progress) {
        if (watches.stream().allMatch(watch -> store.setting(watch.wholeName()).isPresent())) {
            meanwhile.allow(ceilings);
        }
        try {
            return run(ceilings, forecast, progress);
        } finally {
            meanwhile.forbid();
        }
    }

    /** The same without polling. */
    public PassReport runRung(Ceilings ceilings, Supplier<Expected> forecast) {
        return write(planRung(), ceilings, forecast, Progress.UNSEEN);
    }

    private PassReport write(PassReport planned, Ceilings ceilings, Supplier<Expected> forecast, Progress progress) {
        if (!ceilings.surelyAllow(meanwhile.written() + planned.creates() + planned.updates())) {
            Expected expected = forecast.get();
            if (!ceilings.allow(expected)) {
                return new PassReport(
                        planned.read(), meanwhile.written(), expected.creates(), expected.updates(), true, false);
            }
        }
        long written = write(progress);
        return report(planned.read(), written + meanwhile.written(), false);
    }

    /** Writes what is planned, and what follows from it, until nothing is left to do; returns the entries sent. */
    public long write(Progress progress) {
        long written = 0;
        while (true) {
            meanwhile.look();
            int sent = delivery.deliver(PAGE);
            sent += delivery.findOut(clock.instant(), PAGE);
            int nudged = internal();
            if (sent == 0 && nudged == 0) {
                return written;
            }
            written += sent;
            if (progress.isSeen()) {
                long waiting =
                        store.claimable(clock.instant(), Integer.MAX_VALUE).size();
                progress.at(written, written + waiting);
            }
        }
    }

    /** The accounts were just read, so what waited for their credentials may be tried again. */
    private void release() {
        Changes released = new Changes();
        store.parked(Integer.MAX_VALUE).stream()
                .filter(entry -> entry.state() == EntryState.HELD
                        && entry.failure().map(Failure::kind).equals(Optional.of(FailureKind.UNAUTHENTICATED)))
                .forEach(entry -> released.entry(entry.released(clock.instant())));
        if (!released.isEmpty()) {
            store.commit(released);
        }
    }

    private PassReport report(long read, long written, boolean held) {
        List<Entry> waiting = store.claimable(clock.instant(), Integer.MAX_VALUE);
        long creates = waiting.stream()
                .filter(entry -> entry.operation() == Operation.CREATE)
                .count();
        boolean waits = keptBack
                || waiting.stream()
                        .anyMatch(entry ->
                                !setup.connected(entry.slot().connection()).permits(entry.lane()));
        return new PassReport(read, written, creates, waiting.size() - creates, held, waits);
    }

    /** While a first read must wait, nothing behind it is read: it would not know whom there is already. */
    private long poll(Progress progress) {
        long read = 0;
        long expected = progress.isSeen() ? expected() : 0;
        keptBack = false;
        for (Watch watch : watches) {
            ChangeSource source = watch.connected().adapter().changes(watch.projection());
            try (ReadAhead ahead = new ReadAhead()) {
                ChangeCursor cursor = store.setting(watch.cursorName())
                        .map(ChangeCursor::new)
                        .orElseGet(() -> source.start(Instant.EPOCH));
                Lane lane = store.setting(watch.wholeName()).isPresent() ? Lane.STATUS : Lane.BACKFILL;
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

    /** What first reads would take, of each account in which something was not read yet; some cheap calls tell. */
    public List<Forecast> forecast() {
        return setup.connections().stream()
                .flatMap(connected -> Forecast.of(connected, unread(connected), PAGE).stream())
                .toList();
    }

    private List<Projection> unread(Connected connected) {
        return watches.stream()
                .filter(watch -> watch.connected().equals(connected)
                        && store.setting(watch.wholeName()).isEmpty())
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

    /** Deals with our own facts until none is due; returns how many there were. */
    private int internal() {
        int all = 0;
        while (true) {
            Instant now = clock.instant();
            List<InternalChange> due = store.due(now, PAGE);
            if (due.isEmpty()) {
                return all;
            }
            pages.take(due, named.read(due, now), now);
            meanwhile.look();
            all += due.size();
        }
    }

    /** Asked when a write is claimed: a withdrawal since it was planned stops everything but itself. */
    private boolean mayLeave(Entry entry, AggregateState state) {
        boolean withdrawn = state.value("emailOptOut").equals(new FieldValue.Flag(true));
        if (entry.operation() == Operation.CREATE && entry.slot().part().isEmpty()) {
            return !withdrawn;
        }
        return entry.ref()
                .map(ref -> Optional.ofNullable(state.facets().get(ref))
                        .map(facet -> facet.standing() != Standing.DELETED)
                        .orElse(false))
                .orElse(true);
    }
}
