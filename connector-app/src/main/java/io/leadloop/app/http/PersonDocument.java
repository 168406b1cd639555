package io.leadloop.app.http;

import io.leadloop.app.explain.HandoffSearch;
import io.leadloop.canonical.LifecycleState;
import io.leadloop.feedback.ReasonCatalogue;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Facet;
import io.leadloop.state.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A person: the values that hold, and each record as it was last read or written.
 *
 * @param values canonical field to text
 * @param openHandoff the one that waits for sales or is in its hands
 */
record PersonDocument(
        String id,
        LifecycleState state,
        int cycle,
        Map<String, String> values,
        List<Side> records,
        Optional<HandoffDocument> openHandoff) {

    /** @param part empty for the person itself, else what the record is about, such as {@code cycle-2} */
    record Side(
            String connection,
            String object,
            String id,
            String part,
            Standing standing,
            Instant changedAt,
            Map<String, String> fields) {}

    static PersonDocument of(AggregateState person, ReasonCatalogue reasons) {
        Map<String, String> values = new TreeMap<>();
        person.values().forEach((name, value) -> values.put(name, value.text()));
        return new PersonDocument(
                person.id().value(),
                person.journey().state(),
                person.journey().cycle(),
                values,
                person.facets().values().stream().map(PersonDocument::side).toList(),
                person.journey()
                        .open()
                        .map(open -> HandoffDocument.of(new HandoffSearch.Found(person, open), reasons)));
    }

    private static Side side(Facet facet) {
        Map<String, String> fields = new TreeMap<>();
        facet.agreed()
                .forEach((name, agreed) ->
                        fields.put(name.value(), agreed.value().text()));
        return new Side(
                facet.ref().connection().value(),
                facet.ref().type().value(),
                facet.ref().id(),
                facet.part(),
                facet.standing(),
                facet.changedAt(),
                fields);
    }
}
