package io.leadloop.pipeline;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.RecordRef;
import io.leadloop.mapping.Mapping;
import io.leadloop.spi.ObjectSchema;
import io.leadloop.state.Facet;
import io.leadloop.state.Slot;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Before a record is linked by its value alone: how many records has each of the two vendors with this value? Only one on
 * each side makes a match; with two, a person chooses. A vendor that lets no two records share it is not asked.
 */
final class Twins {

    private final Setup setup;

    Twins(Setup setup) {
        this.setup = setup;
    }

    /** By kind and value, the largest number of records in one place; asks once for each place. */
    Map<String, Integer> count(Desk desk, List<Sighting> unknown, Map<String, List<AggregateId>> sameValue) {
        Map<Slot, Set<String>> asked = new LinkedHashMap<>();
        for (Sighting sighting : unknown) {
            Resolve.value(sighting).ifPresent(value -> {
                List<AggregateId> fitting =
                        sameValue.getOrDefault(sighting.mapping().kind() + value, List.of());
                if (fitting.size() == 1) {
                    ask(asked, sighting.record().ref(), value);
                    desk.state(fitting.get(0)).facets().values().stream()
                            .filter(facet -> facet.isInUse() && facet.part().isEmpty())
                            .map(Facet::ref)
                            .forEach(ref -> ask(asked, ref, value));
                }
            });
        }
        Map<String, Integer> counts = new HashMap<>();
        asked.forEach((place, values) -> count(place, values, counts));
        return counts;
    }

    private static void ask(Map<Slot, Set<String>> asked, RecordRef ref, String value) {
        asked.computeIfAbsent(new Slot(ref.connection(), ref.type(), ""), place -> new LinkedHashSet<>())
                .add(value);
    }

    private void count(Slot place, Set<String> values, Map<String, Integer> counts) {
        Connected connected = setup.connected(place.connection());
        Mapping mapping = setup.mappings()
                .mapping(connected.system(), place.type())
                .orElseThrow(() -> new IllegalStateException("nothing is mapped on " + place.type()));
        FieldName field = Resolve.matched(mapping)
                .flatMap(name -> mapping.field(place.type(), name))
                .orElseThrow(() -> new IllegalStateException("nothing is matched on " + place.type()));
        if (isUnique(connected, place, field)) {
            return;
        }
        connected
                .adapter()
                .reader()
                .find(mapping.projection(place.type()), field, values)
                .forEach((value, records) -> {
                    int alive = (int) records.stream()
                            .filter(record -> record.retired().isEmpty())
                            .count();
                    counts.merge(mapping.kind() + value, alive, Math::max);
                });
    }

    private static boolean isUnique(Connected connected, Slot place, FieldName field) {
        return connected
                .adapter()
                .schema()
                .describe(place.type())
                .map(schema -> schema.fields().get(field))
                .map(ObjectSchema.Field::unique)
                .orElse(false);
    }
}
