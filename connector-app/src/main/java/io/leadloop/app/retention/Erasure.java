package io.leadloop.app.retention;

import io.leadloop.app.engine.OpenStore;
import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.Kind;
import io.leadloop.intake.InternalChange;
import io.leadloop.ledger.Changes;
import io.leadloop.ledger.Entry;
import io.leadloop.ledger.EntryState;
import io.leadloop.ledger.Store;
import io.leadloop.review.ReviewItem;
import io.leadloop.state.AggregateState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Empties everything that tells who a person is and leaves ids, times and codes, so that counts stay true and nothing is
 * made twice. The proof of it is a setting, {@code erased/<id>}.
 */
public final class Erasure {

    private static final int PAGE = 500;
    private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @param onTheWay if above zero, nothing was erased, since these writes must be found out first */
    public record Report(List<AggregateId> people, int entries, int reviews, int messages, int onTheWay) {

        public Report {
            people = List.copyOf(people);
        }
    }

    private final OpenStore opened;
    private final Store store;

    public Erasure(OpenStore opened) {
        this.opened = opened;
        this.store = opened.store();
    }

    /** With all whom this person was merged from; one transaction for each of them. Takes the engine's lease. */
    public Report erase(AggregateId person, Instant now) {
        opened.lease();
        List<AggregateState> all = family(person);
        int onTheWay = (int) all.stream()
                .flatMap(state -> store.of(state.id()).stream())
                .filter(entry -> entry.state() == EntryState.IN_FLIGHT || entry.state() == EntryState.UNKNOWN)
                .count();
        if (onTheWay > 0) {
            return new Report(List.of(), 0, 0, 0, onTheWay);
        }
        List<InternalChange> waiting = store.due(EVER, Integer.MAX_VALUE);
        int entries = 0;
        int reviews = 0;
        int messages = 0;
        for (AggregateState state : all) {
            List<Entry> own = store.of(state.id());
            List<ReviewItem> asked = opened.reviews(state.id());
            Changes changes = new Changes().state(Emptied.of(state));
            own.forEach(entry -> changes.entry(Emptied.of(entry, now)));
            waiting.stream()
                    .filter(change -> change.aggregate().equals(state.id()))
                    .forEach(changes::done);
            asked.forEach(item -> changes.review(Emptied.of(item)));
            changes.setting(
                    "erased/" + state.id().value(),
                    JSON.writeValueAsString(
                            Map.of("at", now.toString(), "entries", own.size(), "reviews", asked.size())));
            store.commit(changes);
            entries += own.size();
            reviews += asked.size();
            messages += opened.outbox().forget(state.id());
        }
        return new Report(all.stream().map(AggregateState::id).toList(), entries, reviews, messages, 0);
    }

    private List<AggregateState> family(AggregateId person) {
        List<AggregateState> all = new ArrayList<>(store.load(List.of(person)).values());
        List<AggregateState> page = store.scan(Kind.PERSON, Optional.empty(), PAGE);
        while (!page.isEmpty()) {
            page.stream()
                    .filter(state -> state.mergedInto().filter(person::equals).isPresent())
                    .forEach(all::add);
            page = store.scan(Kind.PERSON, Optional.of(page.get(page.size() - 1).id()), PAGE);
        }
        return all;
    }
}
