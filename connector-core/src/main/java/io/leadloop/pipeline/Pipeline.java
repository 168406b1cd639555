package io.leadloop.pipeline;

import io.leadloop.canonical.FieldValue;
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
import io.leadloop.ledger.Waiting;
import io.leadloop.merge.Merge;
import io.leadloop.policy.Ceilings;
import io.leadloop.policy.Expected;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Standing;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The one entrance of changes and the order of the rooms. Used by one thread; one for each store. */
public final class Pipeline {

    private final Setup setup;
    private final Store store;
    private final InstantSource clock;
    private final Publication publication;
    private final PageWork pages;
    private final Delivery delivery;
    private final NamedRecords named;
    private final Doorbells doorbells;
    private final Meanwhile meanwhile;
    private final Poller poller;

    public Pipeline(Setup setup, Store store, InstantSource clock, String worker) {
        this.setup = setup;
        this.store = store;
        this.clock = clock;
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
        this.poller = new Poller(setup, store, clock, pages, meanwhile);
    }

    /** Reads all that is new, plans, and writes nothing. */
    public PassReport plan(Progress progress) {
        publication.begin(clock.instant());
        meanwhile.look();
        long read = doorbells.answer() + poller.poll(progress);
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
        if (poller.knowsAll()) {
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
        WriteProgress told = new WriteProgress(progress, () -> Waiting.all(store.waiting(clock.instant())));
        while (true) {
            meanwhile.look();
            int sent = delivery.deliver(Poller.PAGE);
            sent += delivery.findOut(clock.instant(), Poller.PAGE);
            int nudged = internal();
            if (sent == 0 && nudged == 0) {
                return written;
            }
            written += sent;
            told.at(written);
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
        List<Waiting> waiting = store.waiting(clock.instant());
        long creates = Waiting.all(waiting.stream().filter(Waiting::creates).toList());
        boolean waits = poller.keptBack()
                || waiting.stream()
                        .anyMatch(some -> !setup.connected(some.connection()).permits(some.lane()));
        return new PassReport(read, written, creates, Waiting.all(waiting) - creates, held, waits);
    }

    /** What first reads would take, of each account in which something was not read yet; some cheap calls tell. */
    public List<Forecast> forecast() {
        return poller.forecast();
    }

    /** Deals with our own facts until none is due; returns how many there were. */
    private int internal() {
        int all = 0;
        while (true) {
            Instant now = clock.instant();
            List<InternalChange> due = store.due(now, Poller.PAGE);
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
