package io.leadloop.pipeline;

import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.RecordRef;
import io.leadloop.canonical.Touchpoint;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a record adds to a person beside its values: engagements, and the company that it is tied to. */
final class Ties {

    private Ties() {}

    /** A response is known by its campaign's name. */
    static List<Touchpoint> named(Desk desk, Sighting sighting) {
        Optional<RecordRef> campaign =
                Optional.ofNullable(sighting.reading().references().get("campaign"));
        String name = campaign.flatMap(desk::owner)
                .map(id -> desk.state(id).value("name").text())
                .orElse("");
        return sighting.reading().touches().stream()
                .map(touch -> new Touchpoint(
                        touch.id(),
                        touch.type(),
                        touch.channel(),
                        name.isEmpty() ? touch.label() : name,
                        campaign.or(touch::campaign),
                        touch.occurredAt(),
                        touch.precise(),
                        touch.source()))
                .toList();
    }

    static AggregateState touches(AggregateState person, List<Touchpoint> more) {
        Map<String, Touchpoint> all = new LinkedHashMap<>();
        person.touches().forEach(touch -> all.put(touch.id(), touch));
        more.forEach(touch -> all.putIfAbsent(touch.id(), touch));
        return all.size() == person.touches().size()
                ? person
                : person.withTouches(
                        all.values().stream().sorted(Touchpoint.ORDER).toList());
    }

    static AggregateState relations(AggregateState person, Sighting sighting) {
        RecordRef company = sighting.reading().references().get("company");
        if (company == null) {
            return person;
        }
        List<RecordRef> all = new ArrayList<>(person.relations().getOrDefault("company", List.of()));
        all.removeIf(known -> known.connection().equals(company.connection()));
        all.add(company);
        return all.equals(person.relations().get("company"))
                ? person
                : person.withRelation("company", all.stream().sorted().toList())
                        .withFact(
                                "companyRef",
                                new Fact(
                                        new FieldValue.Text(company.toString()),
                                        Optional.of(sighting.record().ref()),
                                        sighting.record().changedAt(),
                                        sighting.record().changedAt(),
                                        sighting.record().changedAt(),
                                        "tied by the vendor",
                                        sighting.mapping().where().toString()));
    }
}
