package io.leadloop.pipeline;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.Handoff;
import io.leadloop.canonical.Kind;
import io.leadloop.canonical.Lane;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.ReasonCode;
import io.leadloop.canonical.View;
import io.leadloop.identity.Identity;
import io.leadloop.mapping.Mapping;
import io.leadloop.mapping.Writing;
import io.leadloop.plan.Diff;
import io.leadloop.plan.PlannedField;
import io.leadloop.plan.PlannedWrite;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Facet;
import io.leadloop.state.Slot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The records that belong to a hand-off: its own row, and the alert to the owner. */
final class HandoffPlan {

    private static final String ALERT = "alert";
    private static final int LONGEST_WHY = 150;

    private final Setup setup;
    private final Identity identity;
    private final LoopFields loop;

    HandoffPlan(Setup setup, Identity identity, LoopFields loop) {
        this.setup = setup;
        this.identity = identity;
        this.loop = loop;
    }

    static String part(Handoff handoff) {
        return "cycle-" + handoff.cycle();
    }

    static String alertPart(Handoff handoff) {
        return ALERT + "-" + handoff.cycle();
    }

    boolean hasRow(AggregateState person, Connected crm, Handoff handoff) {
        return rowMapping(crm).isEmpty() || facet(person, part(handoff)).isPresent();
    }

    boolean hasAlert(AggregateState person, Connected crm, Handoff handoff) {
        return alertMapping(crm).isEmpty() || facet(person, alertPart(handoff)).isPresent();
    }

    /** Rows that must be made or changed. */
    List<PlannedWrite> rows(Desk desk, AggregateState person, Connected crm, Facet record, List<Handoff> handoffs) {
        List<PlannedWrite> planned = new ArrayList<>();
        rowMapping(crm).ifPresent(mapping -> {
            for (Handoff handoff : handoffs) {
                row(desk, person, crm, record, handoff, mapping).ifPresent(planned::add);
            }
        });
        return planned;
    }

    private Optional<PlannedWrite> row(
            Desk desk, AggregateState person, Connected crm, Facet record, Handoff handoff, Mapping mapping) {
        ObjectType type = mapping.targets().get(0);
        String part = part(handoff);
        Slot slot = new Slot(crm.id(), type, part);
        String key = key(desk, person, slot, identity.key(person.id(), part));
        Map<FieldName, Writing> desired = mapping.write(view(person, record, handoff, key), type);
        Optional<Facet> known = facet(person, part);
        Map<FieldName, PlannedField> fields = known.map(facet ->
                        diff(mapping).update(desired, facet, Entries.onTheWay(desk.open(person.id()), slot)))
                .orElseGet(() -> diff(mapping).create(desired, type));
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        boolean answered = handoff.answer().isPresent();
        return Optional.of(new PlannedWrite(
                slot,
                known.map(Facet::ref),
                key,
                answered ? Lane.FEEDBACK : Lane.STATUS,
                known.isEmpty() ? "row" : "",
                false,
                fields));
    }

    /** One task for the owner, made once. */
    List<PlannedWrite> alert(AggregateState person, Connected crm, Facet record, Handoff handoff) {
        String why = handoff.why().length() > LONGEST_WHY ? handoff.why().substring(0, LONGEST_WHY) : handoff.why();
        return task(person, crm, record, handoff, alertPart(handoff), "Answer this lead: " + why);
    }

    /** A no without a reason: the owner is asked for it, once. */
    List<PlannedWrite> question(AggregateState person, Connected crm, Facet record) {
        return person.journey()
                .latest()
                .filter(HandoffPlan::lacksReason)
                .map(handoff -> task(
                        person,
                        crm,
                        record,
                        handoff,
                        "ask-" + handoff.cycle(),
                        "Please choose why this lead was declined"))
                .orElse(List.of());
    }

    private static boolean lacksReason(Handoff handoff) {
        return handoff.reason().equals(Optional.of(ReasonCode.NO_REASON))
                && handoff.answer()
                        .filter(answer ->
                                answer.comment().isBlank() && answer.origin().equals("crm"))
                        .isPresent();
    }

    private List<PlannedWrite> task(
            AggregateState person, Connected crm, Facet record, Handoff handoff, String part, String subject) {
        Optional<Mapping> mapping = alertMapping(crm);
        if (mapping.isEmpty() || facet(person, part).isPresent()) {
            return List.of();
        }
        ObjectType type = mapping.get().targets().get(0);
        String key = subject + " [" + identity.key(person.id(), part(handoff)) + "]";
        Map<FieldName, PlannedField> fields =
                diff(mapping.get()).create(mapping.get().write(view(person, record, handoff, key), type), type);
        String tag = part.startsWith(ALERT) ? "alert" : "";
        return List.of(new PlannedWrite(
                new Slot(crm.id(), type, part), Optional.empty(), key, Lane.STATUS, tag, false, fields));
    }

    /** The key that the row got when it was planned: persons that were merged keep the keys of their rows. */
    private static String key(Desk desk, AggregateState person, Slot slot, String otherwise) {
        return desk.links(person.id(), slot).stream()
                .map(io.leadloop.state.Link::key)
                .filter(key -> !key.isEmpty())
                .findFirst()
                .orElse(otherwise);
    }

    private View view(AggregateState person, Facet record, Handoff handoff, String key) {
        Map<String, FieldValue> fields = new LinkedHashMap<>(loop.row(handoff, key));
        person.facets().values().stream()
                .filter(facet -> facet.part().isEmpty()
                        && facet.ref().connection().equals(record.ref().connection()))
                .forEach(facet -> fields.put(
                        facet.ref().type().value().toLowerCase(java.util.Locale.ROOT),
                        new FieldValue.Text(facet.ref().id())));
        fields.put("owner", person.value("owner"));
        return View.of("handoff", fields).and("person", person.values());
    }

    private Optional<Mapping> rowMapping(Connected crm) {
        return setup.mappings().mapping(crm.system(), Kind.HANDOFF);
    }

    private Optional<Mapping> alertMapping(Connected crm) {
        return setup.mappings().mappings().stream()
                .filter(mapping -> mapping.system().equals(crm.system())
                        && mapping.kind() == Kind.HANDOFF
                        && mapping.part().equals(Optional.of(ALERT)))
                .findFirst();
    }

    Optional<Facet> facet(AggregateState person, String part) {
        return person.facets().values().stream()
                .filter(facet -> facet.part().equals(part))
                .findFirst();
    }

    private Diff diff(Mapping mapping) {
        return new Diff(mapping, field -> setup.rule(mapping.kind(), field));
    }
}
