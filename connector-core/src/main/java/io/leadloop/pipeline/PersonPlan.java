package io.leadloop.pipeline;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldRule;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.Handoff;
import io.leadloop.canonical.Kind;
import io.leadloop.canonical.Lane;
import io.leadloop.canonical.LifecycleState;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.canonical.Role;
import io.leadloop.canonical.Truth;
import io.leadloop.canonical.View;
import io.leadloop.identity.Identity;
import io.leadloop.mapping.CreateFilter;
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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is to be written for a person. A new hand-off reaches the CRM in three steps, each planned when the one before is
 * settled: the record with its evidence, the hand-off's own row, then the status and the owner's alert.
 */
final class PersonPlan {

    private static final Set<String> FEEDBACK = Set.of("reason", "reasonGroup", "decidedAt", "comment", "receipt");

    private final Setup setup;
    private final Identity identity;
    private final PersonViews views;
    private final HandoffPlan handoffs;
    private final TaskPlan tasks;
    private final Publication publication;

    PersonPlan(
            Setup setup,
            Identity identity,
            PersonViews views,
            HandoffPlan handoffs,
            TaskPlan tasks,
            Publication publication) {
        this.setup = setup;
        this.identity = identity;
        this.views = views;
        this.handoffs = handoffs;
        this.tasks = tasks;
        this.publication = publication;
    }

    List<PlannedWrite> plan(Desk desk, AggregateState person) {
        List<PlannedWrite> planned = new ArrayList<>();
        if (person.mergedInto().isPresent() || !isShared(person)) {
            return planned;
        }
        View facts = views.facts(desk, person);
        for (Connected connected : setup.connections()) {
            setup.mappings().mapping(connected.system(), Kind.PERSON).ifPresent(mapping -> {
                View view = views.written(facts, person, connected.role());
                if (connected.role() == Role.CRM) {
                    planned.addAll(crm(desk, person, connected, mapping, view));
                    planned.addAll(Twin.plan(desk, person, connected, mapping, diff(mapping), view));
                } else {
                    String tag = Told.isTold(setup, person) ? "" : Told.TAG;
                    primary(person, connected, mapping)
                            .ifPresent(facet -> planned.addAll(update(desk, person, mapping, facet, view, tag)));
                    planned.addAll(Twin.withdrawals(person, connected, mapping));
                }
            });
        }
        return planned;
    }

    /** Nothing is written for somebody who is known on one side only and never was a lead. */
    private boolean isShared(AggregateState person) {
        long connections = person.facets().values().stream()
                .filter(facet -> facet.isInUse() && facet.part().isEmpty())
                .map(facet -> facet.ref().connection())
                .distinct()
                .count();
        return connections > 1 || person.journey().cycle() > 0;
    }

    private List<PlannedWrite> crm(Desk desk, AggregateState person, Connected connected, Mapping mapping, View view) {
        Optional<Facet> primary = primary(person, connected, mapping);
        Optional<Handoff> undelivered =
                person.journey().open().filter(open -> person.journey().state() == LifecycleState.QUALIFIED);
        if (primary.isEmpty()) {
            return undelivered.isPresent()
                    ? create(desk, person, connected, mapping, view)
                    : rowsWithoutRecord(desk, person, connected);
        }
        Facet record = primary.get();
        List<PlannedWrite> planned = new ArrayList<>();
        if (undelivered.isEmpty()) {
            planned.addAll(update(desk, person, mapping, record, view, ""));
            planned.addAll(handoffs.rows(
                    desk, person, connected, record, person.journey().handoffs()));
            planned.addAll(tasks.question(desk, person, connected, record));
            planned.addAll(tasks.votes(desk, person, connected, record));
            return planned;
        }
        List<PlannedWrite> evidence = update(desk, person, mapping, record, view, "evidence");
        planned.addAll(evidence);
        Handoff open = undelivered.get();
        Slot slot = slot(record);
        boolean settled = evidence.isEmpty()
                && desk.open(person.id()).stream()
                        .noneMatch(entry -> entry.slot().equals(slot));
        if (!settled) {
            return planned;
        }
        List<PlannedWrite> row = handoffs.rows(desk, person, connected, record, List.of(open));
        planned.addAll(row);
        if (row.isEmpty() && handoffs.hasRow(person, connected, open)) {
            planned.addAll(announce(desk, person, mapping, record, view));
            planned.addAll(tasks.alert(desk, person, connected, record, open));
        }
        return planned;
    }

    /** The record is gone, its hand-offs' own rows still say how they ended. */
    private List<PlannedWrite> rowsWithoutRecord(Desk desk, AggregateState person, Connected connected) {
        List<Handoff> known = person.journey().handoffs().stream()
                .filter(handoff ->
                        HandoffView.facet(person, HandoffPlan.part(handoff)).isPresent())
                .toList();
        return person.facets().values().stream()
                .filter(facet ->
                        facet.part().isEmpty() && facet.ref().connection().equals(connected.id()))
                .findFirst()
                .map(gone -> handoffs.rows(desk, person, connected, gone, known))
                .orElse(List.of());
    }

    /** The status that tells sales, once everything that it rests on stands there. */
    private List<PlannedWrite> announce(Desk desk, AggregateState person, Mapping mapping, Facet record, View view) {
        Map<String, FieldValue> fields = new LinkedHashMap<>(view.fields("person"));
        fields.put("leadStatus", new FieldValue.Text(LifecycleState.HANDED_OFF.name()));
        return update(desk, person, mapping, record, view.and("person", fields), "delivers");
    }

    /** Whether the CRM shows all of an undelivered hand-off. */
    boolean isDelivered(Desk desk, AggregateState person) {
        Optional<Connected> crm = setup.connected(Role.CRM);
        Optional<Handoff> open = person.journey().open();
        if (crm.isEmpty() || open.isEmpty() || person.journey().state() != LifecycleState.QUALIFIED) {
            return false;
        }
        Optional<Mapping> mapping = setup.mappings().mapping(crm.get().system(), Kind.PERSON);
        Optional<Facet> record = mapping.flatMap(found -> primary(person, crm.get(), found));
        return record.isPresent()
                && record.get().readVersion() > 0
                && handoffs.hasRow(person, crm.get(), open.get())
                && tasks.hasAlert(person, crm.get(), open.get())
                && desk.open(person.id()).stream()
                        .noneMatch(entry -> !Twin.isOf(entry.slot())
                                && entry.slot().connection().equals(crm.get().id()))
                && announce(desk, person, mapping.get(), record.get(), views.written(desk, person, Role.CRM))
                        .isEmpty();
    }

    private List<PlannedWrite> create(
            Desk desk, AggregateState person, Connected connected, Mapping mapping, View view) {
        Optional<CreateFilter> filter = mapping.canBeCreated();
        if (filter.isEmpty()
                || isBuried(person, connected)
                || filter.get().when().test(view) != Truth.TRUE) {
            return List.of();
        }
        ObjectType type = filter.get().as();
        Diff diff = diff(mapping);
        Map<FieldName, PlannedField> fields = diff.create(mapping.write(view, type), type);
        Slot slot = new Slot(connected.id(), type, "");
        return List.of(new PlannedWrite(
                slot, Optional.empty(), identity.key(person.id(), ""), Lane.STATUS, "created", false, fields));
    }

    /** A deleted counterpart blocks a new one until a later cycle lifts the tombstone. */
    private static boolean isBuried(AggregateState person, Connected connected) {
        return person.facets().values().stream()
                .filter(facet -> facet.part().isEmpty()
                        && facet.standing() == Standing.DELETED
                        && facet.ref().connection().equals(connected.id()))
                .anyMatch(facet -> person.journey()
                        .open()
                        .map(open -> !open.qualifiedAt().isAfter(facet.changedAt()))
                        .orElse(true));
    }

    private List<PlannedWrite> update(
            Desk desk, AggregateState person, Mapping mapping, Facet facet, View view, String tag) {
        Map<FieldName, Writing> desired =
                new LinkedHashMap<>(mapping.write(view, facet.ref().type()));
        List<PlannedWrite> planned = new ArrayList<>(Withdrawal.plan(person, mapping, facet, desired));
        if (mapping.staysInSync().test(view) == Truth.FALSE) {
            desired.values()
                    .removeIf(writing -> !isFollowedRegardless(setup.rule(mapping.kind(), writing.canonical())));
        }
        desired.values().removeIf(writing -> Twin.hasKey(setup, person, facet, writing));
        publication.hold(person, facet, desired.values());
        Slot slot = slot(facet);
        Map<FieldName, PlannedField> fields =
                diff(mapping).update(desired, facet, Entries.onTheWay(desk.open(person.id()), slot));
        if (!fields.isEmpty()) {
            planned.add(
                    new PlannedWrite(slot, Optional.of(facet.ref()), "", lane(fields.values()), tag, false, fields));
        }
        return planned;
    }

    /** Who does not stay in sync keeps what the loop says, and every withdrawal. */
    private static boolean isFollowedRegardless(FieldRule rule) {
        return rule instanceof FieldRule.Computed || rule instanceof FieldRule.MostRestrictive;
    }

    private Diff diff(Mapping mapping) {
        return new Diff(mapping, field -> setup.rule(mapping.kind(), field));
    }

    private static Lane lane(Collection<PlannedField> fields) {
        Set<String> names = fields.stream().map(PlannedField::canonical).collect(Collectors.toSet());
        if (names.contains("emailOptOut")) {
            return Lane.CONSENT;
        }
        if (names.stream().anyMatch(FEEDBACK::contains)) {
            return Lane.FEEDBACK;
        }
        return names.equals(Set.of("creditAmount")) ? Lane.ATTRIBUTION : Lane.STATUS;
    }

    private static Slot slot(Facet facet) {
        return new Slot(facet.ref().connection(), facet.ref().type(), facet.part());
    }

    /** The record that fields go to: of the last of the mapping's targets that there is, a contact before a lead. */
    static Optional<Facet> primary(AggregateState person, Connected connected, Mapping mapping) {
        Optional<Facet> found = Optional.empty();
        for (ObjectType type : mapping.targets()) {
            Optional<Facet> here = person.facets().values().stream()
                    .filter(facet ->
                            facet.standing() == Standing.PRIMARY && facet.part().isEmpty())
                    .filter(facet -> isAt(facet.ref(), connected, type))
                    .findFirst();
            found = here.isPresent() ? here : found;
        }
        return found;
    }

    private static boolean isAt(RecordRef ref, Connected connected, ObjectType type) {
        return ref.connection().equals(connected.id()) && ref.type().equals(type);
    }
}
