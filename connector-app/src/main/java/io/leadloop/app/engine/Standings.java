package io.leadloop.app.engine;

import io.leadloop.canonical.Kind;
import io.leadloop.ledger.Store;
import io.leadloop.pipeline.Publication;
import io.leadloop.state.AggregateState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where everything stands, in counts.
 *
 * @param qualified people by what the definition says of them: TRUE, FALSE, UNKNOWN
 * @param journeys people by the state of their way; those who never were a lead are INQUIRY
 * @param entries writes by state
 * @param review open questions
 * @param mappingsWaiting fields that wait for {@code mapping apply}
 */
public record Standings(
        String runState,
        long people,
        Map<String, Long> qualified,
        Map<String, Long> journeys,
        Map<String, Long> entries,
        long review,
        List<String> mappingsWaiting) {

    private static final int PAGE = 1_000;

    public static Standings of(OpenStore opened) {
        Store store = opened.store();
        Map<String, Long> qualified = new TreeMap<>();
        Map<String, Long> journeys = new TreeMap<>();
        long people = 0;
        List<AggregateState> page = store.scan(Kind.PERSON, Optional.empty(), PAGE);
        while (!page.isEmpty()) {
            for (AggregateState person : page) {
                if (person.mergedInto().isEmpty()) {
                    people++;
                    String verdict = person.value("qualified").text();
                    qualified.merge(verdict.isEmpty() ? "UNKNOWN" : verdict, 1L, Long::sum);
                    journeys.merge(person.journey().state().name(), 1L, Long::sum);
                }
            }
            page = store.scan(Kind.PERSON, Optional.of(page.get(page.size() - 1).id()), PAGE);
        }
        Map<String, Long> entries = new TreeMap<>();
        store.counts().forEach((state, count) -> entries.put(state.name(), count));
        return new Standings(
                opened.runState().word(),
                people,
                qualified,
                journeys,
                entries,
                store.open().size(),
                List.copyOf(Publication.waiting(store)));
    }
}
