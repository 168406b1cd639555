package io.leadloop.app.engine;

import io.leadloop.app.rehearsal.PersonChange;
import io.leadloop.app.rehearsal.Rehearsal;
import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.Kind;
import io.leadloop.canonical.ObjectType;
import io.leadloop.ledger.Entry;
import io.leadloop.ledger.EntryState;
import io.leadloop.ledger.Store;
import io.leadloop.review.ReviewItem;
import io.leadloop.state.AggregateState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a rehearsed run would do, for a person to look at.
 *
 * @param sample the first people that it would change, by id
 * @param firstSight open questions about values that differed when records were linked, by field
 */
public record PlannedRun(
        Map<ConnectionId, Map<ObjectType, Rehearsal.Count>> counts,
        List<PersonChange> sample,
        Map<String, Long> firstSight) {

    private static final int SAMPLE = 20;
    private static final int PAGE = 500;

    /** @param real the store as it is */
    public static PlannedRun of(Rehearsed rehearsed, Store real) {
        Map<String, Long> firstSight = new TreeMap<>();
        rehearsed.store().open().stream()
                .filter(item -> item.kind() == ReviewItem.Kind.FIRST_SIGHT)
                .forEach(item -> firstSight.merge(item.field(), 1L, Long::sum));
        return new PlannedRun(rehearsed.counts(), sample(rehearsed.store(), real), firstSight);
    }

    private static List<PersonChange> sample(Store copy, Store real) {
        List<PersonChange> sample = new ArrayList<>();
        List<AggregateState> page = copy.scan(Kind.PERSON, Optional.empty(), PAGE);
        while (!page.isEmpty()) {
            for (AggregateState person : page) {
                List<PersonChange.Field> fields = fields(copy, real, person);
                if (!fields.isEmpty()) {
                    sample.add(new PersonChange(person.id(), name(person), fields));
                }
                if (sample.size() == SAMPLE) {
                    return sample;
                }
            }
            page = copy.scan(Kind.PERSON, Optional.of(page.get(page.size() - 1).id()), PAGE);
        }
        return sample;
    }

    private static List<PersonChange.Field> fields(Store copy, Store real, AggregateState person) {
        List<PersonChange.Field> fields = new ArrayList<>();
        for (Entry entry : copy.of(person.id())) {
            boolean isNew = entry.state() == EntryState.APPLIED
                    && real.entry(entry.id())
                            .filter(known -> known.state() == EntryState.APPLIED)
                            .isEmpty();
            if (isNew) {
                String record = entry.slot().connection() + " " + entry.slot().type();
                entry.deltas()
                        .forEach((field, delta) -> fields.add(new PersonChange.Field(
                                record,
                                field.value(),
                                delta.before().text(),
                                delta.after().text(),
                                delta.because() + " (" + delta.where() + ")")));
            }
        }
        return fields;
    }

    private static String name(AggregateState person) {
        String name = (person.value("firstName").text() + " "
                        + person.value("lastName").text())
                .trim();
        return name.isEmpty() ? person.value("email").text() : name;
    }
}
