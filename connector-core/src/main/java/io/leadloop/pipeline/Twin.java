package io.leadloop.pipeline;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.Lane;
import io.leadloop.canonical.Role;
import io.leadloop.canonical.View;
import io.leadloop.mapping.Mapping;
import io.leadloop.mapping.Writing;
import io.leadloop.plan.Diff;
import io.leadloop.plan.PlannedField;
import io.leadloop.plan.PlannedWrite;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Facet;
import io.leadloop.state.Slot;
import io.leadloop.state.Standing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Records beside the primary one, as two leads of one person: consent and feedback reach them, nothing else does. */
final class Twin {

    private static final String PART = "twin-";
    private static final String CONSENT = "emailOptOut";
    private static final Set<String> REACHING = Set.of(CONSENT, "reason", "comment", "revisitOn", "receipt");

    private Twin() {}

    static boolean isOf(Slot slot) {
        return slot.part().startsWith(PART);
    }

    /** Where a vendor takes a withdrawal by a call of its own, it is one for each record. */
    static List<PlannedWrite> withdrawals(AggregateState person, Connected connected, Mapping mapping) {
        return person.facets().values().stream()
                .filter(facet -> isTwin(facet, connected))
                .flatMap(facet -> Withdrawal.plan(person, mapping, facet, new LinkedHashMap<>(), part(facet)).stream())
                .toList();
    }

    /** Where an address belongs to one record alone, that of a twin is not written to the other. */
    static boolean hasAddress(Setup setup, AggregateState state, Facet facet, Writing writing) {
        Connected connected = setup.connected(facet.ref().connection());
        return writing.canonical().equals("email")
                && connected.role() == Role.MARKETING
                && stands(setup, state, facet, writing, other -> isTwin(other, connected));
    }

    /** Our key stays where it is: on two leads it is refused, and a lead that has it takes it to its contact. */
    static boolean hasKey(Setup setup, AggregateState state, Facet facet, Writing writing) {
        return writing.canonical().equals("key")
                && stands(
                        setup,
                        state,
                        facet,
                        writing,
                        other -> other.isInUse() && other.part().isEmpty());
    }

    /** Whether one of the other records at this vendor has what would be written. */
    private static boolean stands(
            Setup setup, AggregateState state, Facet facet, Writing writing, Predicate<Facet> one) {
        Connected connected = setup.connected(facet.ref().connection());
        return state.facets().values().stream()
                .filter(other -> other.ref().connection().equals(connected.id())
                        && !other.ref().equals(facet.ref())
                        && one.test(other))
                .flatMap(other -> setup
                        .mappings()
                        .mapping(connected.system(), other.ref().type())
                        .flatMap(mapping -> mapping.field(other.ref().type(), writing.canonical()))
                        .map(other.agreed()::get)
                        .stream())
                .anyMatch(taken -> taken.value().equals(writing.value()));
    }

    private static boolean isTwin(Facet facet, Connected connected) {
        return facet.standing() == Standing.FOLLOWER
                && facet.part().isEmpty()
                && facet.ref().connection().equals(connected.id());
    }

    private static String part(Facet facet) {
        return PART + facet.ref().id();
    }

    static List<PlannedWrite> plan(
            Desk desk, AggregateState person, Connected connected, Mapping mapping, Diff diff, View view) {
        List<PlannedWrite> planned = new ArrayList<>();
        for (Facet facet : person.facets().values()) {
            if (isTwin(facet, connected)) {
                Map<FieldName, Writing> desired =
                        new LinkedHashMap<>(mapping.write(view, facet.ref().type()));
                mapping.consentRow()
                        .flatMap(row -> row.on(facet.ref().type()))
                        .ifPresent(target -> desired.remove(target.field()));
                desired.values()
                        .removeIf(writing ->
                                !REACHING.contains(writing.canonical()) || person.isFrozen(writing.canonical()));
                Slot slot = new Slot(connected.id(), facet.ref().type(), part(facet));
                Map<FieldName, PlannedField> fields =
                        diff.update(desired, facet, Entries.onTheWay(desk.open(person.id()), slot));
                if (!fields.isEmpty()) {
                    boolean consent = fields.values().stream()
                            .anyMatch(field -> field.canonical().equals(CONSENT));
                    Lane lane = consent ? Lane.CONSENT : Lane.FEEDBACK;
                    planned.add(new PlannedWrite(slot, Optional.of(facet.ref()), "", lane, "", false, fields));
                }
            }
        }
        return planned;
    }
}
