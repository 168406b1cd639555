package io.leadloop.pipeline;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldRule;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.ObjectType;
import io.leadloop.mapping.Mapping;
import io.leadloop.merge.Merge;
import io.leadloop.spi.VendorRecord;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Agreed;
import io.leadloop.state.Facet;
import io.leadloop.state.Loss;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a rep put into the loop's own fields and that is no answer: a move that is not legal, a reason in a closed row, a
 * comment before the decision. It stays as it is until the lead moves on, and is kept beyond that as a lost value.
 */
final class Aside {

    private static final String BECAUSE = "no answer by itself, so it only stands where it was put";

    private Aside() {}

    /** @param said canonical fields that somebody else changed, with what they say now */
    static AggregateState keep(
            AggregateState before,
            AggregateState person,
            Sighting sighting,
            Map<String, FieldValue> said,
            Instant now) {
        VendorRecord record = sighting.record();
        Facet then = before.facets().get(record.ref());
        Facet here = person.facets().get(record.ref());
        if (then == null || here == null) {
            return person;
        }
        Map<FieldName, Agreed> kept = new LinkedHashMap<>();
        List<Loss> losses = new ArrayList<>(person.losses());
        said.forEach((name, value) -> {
            Optional<FieldName> field = sighting.mapping().field(record.ref().type(), name);
            Optional<Agreed> old = field.map(then.agreed()::get);
            Optional<Agreed> present = field.map(here.agreed()::get);
            if (old.isPresent() && present.isPresent()) {
                kept.put(
                        field.get(),
                        present.get().declining(undone(sighting.mapping(), record, field.get(), old.get())));
                lost(name, value, record, now)
                        .filter(loss ->
                                losses.stream().noneMatch(known -> known.id().equals(loss.id())))
                        .ifPresent(losses::add);
            }
        });
        return person.withFacet(here.agree(kept)).withLosses(losses);
    }

    /** The lead has moved on: the loop's fields say so again. */
    static AggregateState forget(Setup setup, AggregateState person) {
        AggregateState after = person;
        for (Facet facet : person.facets().values()) {
            Map<FieldName, Agreed> undeclined = new LinkedHashMap<>();
            facet.agreed().forEach((field, agreed) -> {
                if (agreed.declined().isPresent() && isOfTheLoop(setup, facet, field)) {
                    undeclined.put(field, agreed.undeclined());
                }
            });
            if (!undeclined.isEmpty()) {
                after = after.withFacet(facet.agree(undeclined));
            }
        }
        return after;
    }

    private static boolean isOfTheLoop(Setup setup, Facet facet, FieldName field) {
        ObjectType type = facet.ref().type();
        return setup.mappings()
                .mapping(setup.connected(facet.ref().connection()).system(), type)
                .filter(mapping -> mapping.rows().stream()
                        .filter(row -> row.on(type)
                                .filter(target -> target.field().equals(field))
                                .isPresent())
                        .anyMatch(row -> setup.rule(mapping.kind(), row.canonical()) instanceof FieldRule.Computed))
                .isPresent();
    }

    /** What stood there before somebody put his own there. */
    private static FieldValue undone(Mapping mapping, VendorRecord record, FieldName field, Agreed old) {
        return old.declined()
                .or(() -> mapping.meaning(record.ref().type(), field, old.value()))
                .orElse(FieldValue.BLANK);
    }

    private static Optional<Loss> lost(String field, FieldValue value, VendorRecord record, Instant now) {
        if (value.isBlank()) {
            return Optional.empty();
        }
        Loss loss = Merge.loss(field, value, record.ref(), record.changedAt(), now, new FieldRule.Computed());
        return Optional.of(new Loss(loss.id(), field, value, loss.source(), loss.at(), now, BECAUSE, false));
    }
}
