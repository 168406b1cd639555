package io.leadloop.pipeline;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.RecordRef;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Agreed;
import io.leadloop.state.Facet;
import io.leadloop.state.Fact;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Somebody withdraws and gets a new address before we read again: the record shows the consent of the new address, which
 * nobody was asked about. So what the address before says is asked for, and holds.
 */
final class FormerAddresses {

    private static final String OPT_OUT = "emailOptOut";

    private FormerAddresses() {}

    /** Asks the vendors about addresses that records have no more; puts on the desk whose has withdrawn. */
    static void ask(Desk desk, Map<AggregateId, List<Sighting>> work) {
        Map<Connected, Map<RecordRef, String>> former = new HashMap<>();
        work.forEach((id, sightings) -> sightings.forEach(sighting -> address(desk.state(id), sighting)
                .ifPresent(address -> former.computeIfAbsent(sighting.connected(), any -> new HashMap<>())
                        .put(sighting.record().ref(), address))));
        former.forEach((connected, addresses) -> {
            Set<String> withdrawn = connected.adapter().consent().withdrawn(Set.copyOf(addresses.values()));
            desk.withdrawn(addresses.entrySet().stream()
                    .filter(one -> withdrawn.contains(one.getValue()))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet()));
        });
    }

    /** The agreed address, if the record has another one now and nobody has withdrawn yet. */
    private static Optional<String> address(AggregateState person, Sighting sighting) {
        if (sighting.mapping().consentRow().isEmpty() || person.value(OPT_OUT).equals(new FieldValue.Flag(true))) {
            return Optional.empty();
        }
        Optional<Facet> facet =
                Optional.ofNullable(person.facets().get(sighting.record().ref()));
        Optional<FieldName> field =
                sighting.mapping().field(sighting.record().ref().type(), "email");
        return field.flatMap(name -> facet.flatMap(
                        known -> Optional.ofNullable(known.agreed().get(name)))
                .map(Agreed::value)
                .filter(before ->
                        !before.isBlank() && sighting.record().fields().containsKey(name))
                .filter(before -> !before.equals(sighting.record().value(name)))
                .map(FieldValue::text));
    }

    static AggregateState withdraw(Desk desk, AggregateState person, Sighting sighting) {
        RecordRef ref = sighting.record().ref();
        if (!desk.hasWithdrawn(ref)) {
            return person;
        }
        Instant at = sighting.record().changedAt();
        return person.withFact(
                OPT_OUT,
                new Fact(
                        new FieldValue.Flag(true),
                        Optional.of(ref),
                        at,
                        at,
                        desk.now(),
                        "the address before has withdrawn",
                        sighting.mapping().where().toString()));
    }
}
