package io.leadloop.pipeline;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.FieldRule;
import io.leadloop.canonical.Journey;
import io.leadloop.canonical.Kind;
import io.leadloop.intake.InternalChange;
import io.leadloop.ledger.Changes;
import io.leadloop.ledger.Entry;
import io.leadloop.ledger.Store;
import io.leadloop.mapping.MappingSet;
import io.leadloop.mapping.Writing;
import io.leadloop.review.ReviewItem;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Facet;
import io.leadloop.state.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sees to it that other files change no old value by themselves. A canonical field that is mapped in another way than
 * before touches records that were known before only with values that changed since, until a person applies it. Consent
 * never waits, nor does a hand-off that is open.
 */
public final class Publication {

    private static final String FIELDS = "published-fields";
    private static final String REVISIONS = "published-revisions";
    private static final int PAGE = 500;

    private final Setup setup;
    private final Store store;
    private final Map<String, String> prints;
    private Published published;

    public Publication(Setup setup, Store store) {
        this.setup = setup;
        this.store = store;
        this.prints = setup.mappings().prints();
        this.published = read(store).orElseGet(() -> Published.first(prints));
    }

    /** Fields as {@code kind.field} that wait to be applied, in alphabetical order. */
    public static Set<String> waiting(Store store) {
        return read(store).map(Published::waiting).orElse(Set.of());
    }

    /** Whether a pass has taken note of these mappings, so that their new fields have been read. */
    public static boolean knows(Store store, MappingSet mappings) {
        return read(store)
                .map(known -> known.equals(known.next(mappings.prints(), Instant.EPOCH)))
                .orElse(false);
    }

    private static Optional<Published> read(Store store) {
        return store.setting(FIELDS).map(Published::read);
    }

    /** Takes note of the files in force; what was planned by others is planned again. */
    void begin(Instant now) {
        Optional<Published> known = read(store);
        published = known.map(before -> before.next(prints, now)).orElseGet(() -> Published.first(prints));
        Changes changes = new Changes();
        if (!known.equals(Optional.of(published))) {
            changes.setting(FIELDS, published.text());
        }
        if (!store.setting(REVISIONS).equals(Optional.of(setup.revisions()))) {
            changes.setting(REVISIONS, setup.revisions());
            planAgain(changes, now);
        }
        if (!changes.isEmpty()) {
            store.commit(changes);
        }
    }

    /** What others planned, and what others could not read. */
    private void planAgain(Changes changes, Instant now) {
        store.allOpen().stream()
                .map(Entry::aggregate)
                .distinct()
                .forEach(id ->
                        changes.put(new InternalChange(InternalChange.Kind.PUBLISHED, id, setup.revisions(), now)));
        for (ReviewItem item : store.open()) {
            if (item.kind() == ReviewItem.Kind.UNKNOWN_VALUE && item.aggregate().isPresent()) {
                AggregateId id = item.aggregate().get();
                item.records()
                        .forEach(ref -> changes.put(
                                new InternalChange(InternalChange.Kind.READ_AGAIN, id, ref.toString(), now)));
            }
        }
    }

    /**
     * Lets these fields touch all records from now on; each aggregate of their kinds is planned again by the next pass.
     * Returns how many there are.
     */
    public int apply(Set<String> fields, Instant now) {
        Changes changes = new Changes();
        Published before = read(store).orElse(published);
        published = before.applied(fields::contains);
        changes.setting(FIELDS, published.text());
        for (Kind kind : Kind.values()) {
            if (kind.isAggregate() && fields.stream().anyMatch(field -> field.startsWith(kind.word() + "."))) {
                all(kind)
                        .forEach(id -> changes.put(
                                new InternalChange(InternalChange.Kind.PUBLISHED, id, setup.revisions(), now)));
            }
        }
        store.commit(changes);
        return changes.put().size();
    }

    private List<AggregateId> all(Kind kind) {
        List<AggregateId> ids = new ArrayList<>();
        List<AggregateState> page = store.scan(kind, Optional.empty(), PAGE);
        while (!page.isEmpty()) {
            page.stream().filter(state -> state.mergedInto().isEmpty()).forEach(state -> ids.add(state.id()));
            page = store.scan(kind, Optional.of(page.get(page.size() - 1).id()), PAGE);
        }
        return ids;
    }

    /** Takes away what may not be written to this record now: not applied yet, frozen, or the address of a twin. */
    public void hold(AggregateState state, Facet facet, Collection<Writing> desired) {
        desired.removeIf(writing ->
                !mayTouch(state, facet, writing.canonical()) || Twin.hasAddress(setup, state, facet, writing));
    }

    private boolean mayTouch(AggregateState state, Facet facet, String canonical) {
        if (state.isFrozen(canonical)) {
            return false;
        }
        Optional<Instant> since = published.waitsSince(state.id().kind().word() + "." + canonical);
        if (since.isEmpty() || !facet.isKnownBefore(since.get())) {
            return true;
        }
        FieldRule rule = setup.rule(state.id().kind(), canonical);
        if (rule instanceof FieldRule.MostRestrictive) {
            return true;
        }
        return rule instanceof FieldRule.Computed
                ? hasMoved(state.journey(), since.get())
                : hasChanged(state, canonical, since.get());
    }

    private static boolean hasMoved(Journey journey, Instant since) {
        return journey.open().isPresent()
                || journey.moves().stream().anyMatch(move -> !move.at().isBefore(since));
    }

    /** A value that only came to light because its field is read now is no change. */
    private static boolean hasChanged(AggregateState state, String canonical, Instant since) {
        Fact fact = state.facts().get(canonical);
        if (fact == null || fact.recordedAt().isBefore(since)) {
            return false;
        }
        boolean isFirstSight = fact.notBefore().equals(Instant.EPOCH);
        return !isFirstSight
                || fact.source()
                        .flatMap(ref -> Optional.ofNullable(state.facets().get(ref)))
                        .map(source -> !source.isKnownBefore(since))
                        .orElse(true);
    }
}
