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
import io.leadloop.state.Link;
import io.leadloop.state.Slot;
import io.leadloop.state.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The records that belong to a hand-off: its own row, and the alert to the owner. */
final class HandoffPlan {

    private static final String ALERT = "alert";
    private static final String VOTE = "content-";
    private static final int LONGEST_WHY = 150;
    private static final int LONGEST_SUBJECT = 255;

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
            for (Handoff handoff :
                    handoffs.stream().filter(each -> hasReached(person, each)).toList()) {
                row(desk, person, crm, record, handoff, mapping).ifPresent(planned::add);
            }
        });
        return planned;
    }

    /** Whether sales has seen it, or is to see it; one that ended before it arrived needs no row. */
    private boolean hasReached(AggregateState person, Handoff handoff) {
        return handoff.isOpen()
                || handoff.deliveredAt().isPresent()
                || facet(person, part(handoff)).isPresent();
    }

    private Optional<PlannedWrite> row(
            Desk desk, AggregateState person, Connected crm, Facet record, Handoff handoff, Mapping mapping) {
        ObjectType type = mapping.targets().get(0);
        String part = part(handoff);
        Slot slot = new Slot(crm.id(), type, part);
        String key = key(desk, person, slot, identity.key(person.id(), part));
        Optional<Facet> known = facet(person, part);
        View view = view(person, record, handoff, key);
        Map<FieldName, Writing> desired = new LinkedHashMap<>(mapping.write(view, type));
        desired.values().removeIf(writing -> isGone(person, crm, writing.value()));
        known.ifPresent(there -> desired.entrySet()
                .removeIf(tie ->
                        isTied(person, crm, there, tie.getKey(), tie.getValue().value())));
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
    List<PlannedWrite> alert(Desk desk, AggregateState person, Connected crm, Facet record, Handoff handoff) {
        String why = handoff.why().length() > LONGEST_WHY ? handoff.why().substring(0, LONGEST_WHY) : handoff.why();
        return task(desk, person, crm, record, handoff, alertPart(handoff), "Answer this lead: " + why);
    }

    /** A no without a reason: the owner is asked for it, once. */
    List<PlannedWrite> question(Desk desk, AggregateState person, Connected crm, Facet record) {
        return person.journey()
                .latest()
                .filter(HandoffPlan::lacksReason)
                .map(handoff -> task(
                        desk,
                        person,
                        crm,
                        record,
                        handoff,
                        "ask-" + handoff.cycle(),
                        "Please choose why this lead was declined"))
                .orElse(List.of());
    }

    /** What a rep of marketing's system thinks of a content, as finished tasks. */
    List<PlannedWrite> votes(Desk desk, AggregateState person, Connected crm, Facet record) {
        List<PlannedWrite> planned = new ArrayList<>();
        person.journey()
                .latest()
                .ifPresent(handoff -> Content.subjects(person).forEach((title, subject) -> {
                    String part = VOTE + Integer.toHexString(title.hashCode());
                    planned.addAll(task(desk, person, crm, record, handoff, part, subject));
                }));
        return planned;
    }

    private static boolean lacksReason(Handoff handoff) {
        return handoff.reason().equals(Optional.of(ReasonCode.NO_REASON))
                && handoff.answer()
                        .filter(answer ->
                                answer.comment().isBlank() && answer.origin().equals("crm"))
                        .isPresent();
    }

    private List<PlannedWrite> task(
            Desk desk,
            AggregateState person,
            Connected crm,
            Facet record,
            Handoff handoff,
            String part,
            String subject) {
        Optional<Mapping> mapping = alertMapping(crm);
        if (mapping.isEmpty() || facet(person, part).isPresent()) {
            return List.of();
        }
        ObjectType type = mapping.get().targets().get(0);
        Slot slot = new Slot(crm.id(), type, part);
        String end = " [" + identity.key(person.id(), part(handoff)) + "]";
        String start = subject.substring(0, Math.min(subject.length(), LONGEST_SUBJECT - end.length()));
        String key = key(desk, person, slot, start + end);
        Map<FieldName, PlannedField> fields =
                diff(mapping.get()).create(mapping.get().write(view(person, record, handoff, key), type), type);
        String tag = part.startsWith(ALERT) ? "alert" : "";
        return List.of(new PlannedWrite(slot, Optional.empty(), key, Lane.STATUS, tag, false, fields));
    }

    /** The key that the row got when it was planned, else one that no other has: merged persons keep theirs. */
    private static String key(Desk desk, AggregateState person, Slot slot, String wanted) {
        Optional<String> planned = desk.links(person.id(), slot).stream()
                .map(Link::key)
                .filter(key -> !key.isEmpty())
                .findFirst();
        if (planned.isPresent()) {
            return planned.get();
        }
        Set<String> taken = desk.links(person.id()).stream()
                .filter(link -> link.slot().type().equals(slot.type()))
                .map(Link::key)
                .collect(Collectors.toSet());
        String key = wanted;
        for (int i = 2; taken.contains(key); i++) {
            key = wanted + "-" + i;
        }
        return key;
    }

    private View view(AggregateState person, Facet record, Handoff handoff, String key) {
        Map<String, FieldValue> fields = new LinkedHashMap<>(loop.row(handoff, key));
        person.facets().values().stream()
                .filter(facet -> facet.part().isEmpty()
                        && facet.ref().connection().equals(record.ref().connection()))
                .sorted(Comparator.comparing(facet -> !isGone(facet)))
                .forEach(facet -> fields.put(
                        facet.ref().type().value().toLowerCase(java.util.Locale.ROOT),
                        new FieldValue.Text(facet.ref().id())));
        fields.put("owner", person.value("owner"));
        return View.of("handoff", fields).and("person", person.values());
    }

    /** A vendor refuses a tie to a record that is gone; the tie of its time stays as it is. */
    private static boolean isGone(AggregateState person, Connected crm, FieldValue tie) {
        return record(person, crm, tie).filter(HandoffPlan::isGone).isPresent();
    }

    /** Whether the row names another record of the same kind already that is still there: it was made for that one. */
    private static boolean isTied(AggregateState person, Connected crm, Facet row, FieldName field, FieldValue wanted) {
        Optional<Facet> before =
                Optional.ofNullable(row.agreed().get(field)).flatMap(agreed -> record(person, crm, agreed.value()));
        return before.isPresent()
                && !isGone(before.get())
                && record(person, crm, wanted)
                        .filter(after ->
                                after.ref().type().equals(before.get().ref().type()))
                        .isPresent();
    }

    private static Optional<Facet> record(AggregateState person, Connected crm, FieldValue id) {
        return person.facets().values().stream()
                .filter(facet ->
                        facet.part().isEmpty() && facet.ref().connection().equals(crm.id()))
                .filter(facet -> facet.ref().id().equals(id.text()))
                .findFirst();
    }

    private static boolean isGone(Facet facet) {
        boolean merged = facet.survivor()
                .filter(survivor -> survivor.type().equals(facet.ref().type()))
                .isPresent();
        return facet.standing() == Standing.DELETED || (facet.standing() == Standing.RETIRED && merged);
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
