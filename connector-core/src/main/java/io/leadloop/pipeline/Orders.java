package io.leadloop.pipeline;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldRule;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.Kind;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.canonical.Role;
import io.leadloop.intake.InternalChange;
import io.leadloop.ledger.Changes;
import io.leadloop.ledger.Entry;
import io.leadloop.ledger.EntryState;
import io.leadloop.ledger.Store;
import io.leadloop.mapping.Mapping;
import io.leadloop.merge.Merge;
import io.leadloop.review.ReviewItem;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Agreed;
import io.leadloop.state.Facet;
import io.leadloop.state.Fact;
import io.leadloop.state.Link;
import io.leadloop.state.Loss;
import io.leadloop.state.Slot;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a person may order: bring a lost value back, release what waits, decide a question. The next pass carries it out. */
public final class Orders {

    private static final int PAGE = 500;

    private final Setup setup;
    private final Store store;
    private final InstantSource clock;

    public Orders(Setup setup, Store store, InstantSource clock) {
        this.setup = setup;
        this.store = store;
        this.clock = clock;
    }

    /** Brings a lost value back as a new change of now; the value that held is lost in its turn. Empty if there is none. */
    public Optional<AggregateId> restore(String lossId) {
        for (Kind kind : List.of(Kind.PERSON, Kind.COMPANY, Kind.OPPORTUNITY, Kind.CAMPAIGN)) {
            Optional<AggregateId> after = Optional.empty();
            while (true) {
                List<AggregateState> page = store.scan(kind, after, PAGE);
                for (AggregateState state : page) {
                    Optional<Loss> loss = state.losses().stream()
                            .filter(lost -> lost.id().equals(lossId))
                            .findFirst();
                    if (loss.isPresent()) {
                        restore(state, loss.get());
                        return Optional.of(state.id());
                    }
                }
                if (page.size() < PAGE) {
                    break;
                }
                after = Optional.of(page.get(page.size() - 1).id());
            }
        }
        return Optional.empty();
    }

    private void restore(AggregateState state, Loss loss) {
        Instant now = clock.instant();
        List<Loss> losses = new ArrayList<>();
        state.losses().forEach(lost -> losses.add(lost.id().equals(loss.id()) ? restored(lost) : lost));
        Fact held = state.facts().get(loss.field());
        if (held != null && held.source().isPresent() && !held.value().isBlank()) {
            losses.add(Merge.loss(
                    loss.field(), held.value(), held.source().get(), held.at(), now, new FieldRule.Newest()));
        }
        Fact back = new Fact(
                loss.value(),
                Optional.of(loss.source()),
                now,
                now,
                now,
                "brought back by a person",
                "restore " + loss.id());
        commit(undeclined(state.withLosses(losses).withFact(loss.field(), back), loss.field()), now);
    }

    private static Loss restored(Loss loss) {
        return new Loss(
                loss.id(),
                loss.field(),
                loss.value(),
                loss.source(),
                loss.at(),
                loss.recordedAt(),
                loss.because(),
                true);
    }

    /** Lets an entry be tried again from now on; false if it does not wait. */
    public boolean retry(String entryId) {
        return change(entryId, entry -> entry.released(clock.instant()));
    }

    /** Gives an entry up for good; false if it does not wait. */
    public boolean ignore(String entryId) {
        return change(entryId, entry -> entry.superseded(clock.instant()));
    }

    private boolean change(String entryId, java.util.function.UnaryOperator<Entry> how) {
        Optional<Entry> entry = store.entry(entryId)
                .filter(found -> found.state() == EntryState.HELD || found.state() == EntryState.QUARANTINED);
        entry.ifPresent(found -> store.commit(new Changes().entry(how.apply(found))));
        return entry.isPresent();
    }

    /**
     * Decides an open question.
     *
     * @throws IllegalArgumentException if there is no such question, or no such choice
     */
    public void decide(String reviewId, String choice) {
        ReviewItem item = store.item(reviewId)
                .filter(found -> found.decision().isEmpty())
                .orElseThrow(() -> new IllegalArgumentException("no open question " + reviewId));
        if (!item.choices().contains(choice)) {
            throw new IllegalArgumentException(choice + " is no choice of " + reviewId + ": " + item.choices());
        }
        Instant now = clock.instant();
        Changes changes = new Changes().review(item.decided(choice));
        if (item.kind() == ReviewItem.Kind.FIRST_SIGHT && !choice.equals("keep-both")) {
            preferred(item, role(choice), now).ifPresent(state -> put(changes, state, now));
        }
        if (item.kind() == ReviewItem.Kind.UNKNOWN_VALUE && choice.equals(Questions.OVERWRITE)) {
            restarted(item).ifPresent(state -> put(changes, state, now));
        }
        if (item.kind() == ReviewItem.Kind.PING_PONG) {
            released(item, choice, now).ifPresent(state -> put(changes, state, now));
        }
        if (item.kind() == ReviewItem.Kind.AMBIGUOUS_MATCH) {
            item.records().forEach(ref -> link(changes, ref, choice, now));
        }
        store.commit(changes);
    }

    private Optional<AggregateState> preferred(ReviewItem item, Role role, Instant now) {
        return item.aggregate()
                .flatMap(id -> Optional.ofNullable(store.load(List.of(id)).get(id)))
                .flatMap(state -> state.facets().values().stream()
                        .filter(facet -> facet.isInUse() && facet.part().isEmpty() && setup.role(facet.ref()) == role)
                        .flatMap(facet -> says(state, facet, item.field()).stream()
                                .map(value -> new Fact(
                                        value,
                                        Optional.of(facet.ref()),
                                        now,
                                        now,
                                        now,
                                        "chosen by a person",
                                        "review " + item.id())))
                        .findFirst()
                        .map(fact -> undeclined(state.withFact(item.field(), fact), item.field())));
    }

    /** A frozen field may be written again, with the value that holds or that of one side; the loop's own stays computed. */
    private Optional<AggregateState> released(ReviewItem item, String choice, Instant now) {
        boolean computed = item.aggregate()
                .filter(id -> setup.rule(id.kind(), item.field()) instanceof FieldRule.Computed)
                .isPresent();
        Optional<AggregateState> state = choice.equals(Questions.RELEASE) || computed
                ? item.aggregate()
                        .flatMap(id ->
                                Optional.ofNullable(store.load(List.of(id)).get(id)))
                : preferred(item, role(choice), now);
        return state.map(frozen -> frozen.withRelease(item.field()));
    }

    private static Role role(String choice) {
        return Role.valueOf(choice.toUpperCase(Locale.ROOT));
    }

    /** A field that stood still because nobody understood its value may be written again. */
    private Optional<AggregateState> restarted(ReviewItem item) {
        FieldName field = new FieldName(item.field());
        return item.aggregate()
                .flatMap(id -> Optional.ofNullable(store.load(List.of(id)).get(id)))
                .flatMap(state -> item.records().stream()
                        .flatMap(ref -> Optional.ofNullable(state.facets().get(ref)).stream())
                        .flatMap(facet -> Optional.ofNullable(facet.agreed().get(field)).stream()
                                .map(agreed -> facet.agree(Map.of(field, agreed.restart()))))
                        .findFirst()
                        .map(state::withFacet));
    }

    /** What a record says about a canonical field, as far as it was agreed. */
    private Optional<FieldValue> says(AggregateState state, Facet facet, String field) {
        ObjectType type = facet.ref().type();
        Mapping mapping = mapping(state.id().kind(), facet);
        Optional<FieldName> name = mapping.field(type, field);
        return name.flatMap(vendor -> Optional.ofNullable(facet.agreed().get(vendor))
                .flatMap(agreed -> mapping.meaning(type, vendor, agreed.value())));
    }

    private Mapping mapping(Kind kind, Facet facet) {
        return setup.mappings()
                .mapping(setup.connected(facet.ref().connection()).system(), kind)
                .orElseThrow(() -> new IllegalStateException(
                        "nothing is mapped on " + facet.ref().type()));
    }

    /** The value that was kept out of a record may go there now. */
    private AggregateState undeclined(AggregateState state, String field) {
        AggregateState after = state;
        for (Facet facet : state.facets().values()) {
            if (facet.isInUse() && facet.part().isEmpty()) {
                Optional<FieldName> name =
                        mapping(state.id().kind(), facet).field(facet.ref().type(), field);
                Optional<Agreed> agreed = name.flatMap(
                        vendor -> Optional.ofNullable(facet.agreed().get(vendor)));
                if (agreed.isPresent()) {
                    after = after.withFacet(
                            facet.agree(Map.of(name.get(), agreed.get().undeclined())));
                }
            }
        }
        return after;
    }

    private void link(Changes changes, RecordRef ref, String choice, Instant now) {
        Kind kind = setup.mappings()
                .mapping(setup.connected(ref.connection()).system(), ref.type())
                .map(Mapping::kind)
                .orElse(Kind.PERSON);
        AggregateId id = choice.equals("separate")
                ? AggregateId.of(kind, setup.installation(), ref)
                : new AggregateId(kind, choice);
        if (!store.load(List.of(id)).containsKey(id)) {
            changes.state(AggregateState.fresh(id));
        }
        changes.link(new Link(new Slot(ref.connection(), ref.type(), ""), "", Optional.of(ref.id()), id, 0));
        changes.put(new InternalChange(InternalChange.Kind.READ_AGAIN, id, ref.toString(), now));
    }

    private void commit(AggregateState state, Instant now) {
        Changes changes = new Changes();
        put(changes, state, now);
        store.commit(changes);
    }

    private static void put(Changes changes, AggregateState state, Instant now) {
        changes.state(state).put(new InternalChange(InternalChange.Kind.ORDERED, state.id(), "", now));
    }
}
