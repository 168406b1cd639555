package io.leadloop.pipeline;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.Handoff;
import io.leadloop.canonical.Kind;
import io.leadloop.canonical.Lane;
import io.leadloop.canonical.ObjectType;
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

/** The hand-off's own row in the CRM. */
final class HandoffPlan {

    private final Setup setup;
    private final Identity identity;
    private final HandoffView handoffs;

    HandoffPlan(Setup setup, Identity identity, HandoffView handoffs) {
        this.setup = setup;
        this.identity = identity;
        this.handoffs = handoffs;
    }

    static String part(Handoff handoff) {
        return "cycle-" + handoff.cycle();
    }

    boolean hasRow(AggregateState person, Connected crm, Handoff handoff) {
        return rowMapping(crm).isEmpty()
                || HandoffView.facet(person, part(handoff)).isPresent();
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
                || HandoffView.facet(person, part(handoff)).isPresent();
    }

    private Optional<PlannedWrite> row(
            Desk desk, AggregateState person, Connected crm, Facet record, Handoff handoff, Mapping mapping) {
        ObjectType type = mapping.targets().get(0);
        String part = part(handoff);
        Slot slot = new Slot(crm.id(), type, part);
        String key = HandoffView.key(desk, person, slot, identity.key(person.id(), part));
        Optional<Facet> known = HandoffView.facet(person, part);
        View view = handoffs.view(person, record, handoff, key);
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

    /** A vendor refuses a tie to a record that is gone; the tie of its time stays as it is. */
    private static boolean isGone(AggregateState person, Connected crm, FieldValue tie) {
        return record(person, crm, tie).filter(HandoffView::isGone).isPresent();
    }

    /** Whether the row names another record of the same kind already that is still there: it was made for that one. */
    private static boolean isTied(AggregateState person, Connected crm, Facet row, FieldName field, FieldValue wanted) {
        Optional<Facet> before =
                Optional.ofNullable(row.agreed().get(field)).flatMap(agreed -> record(person, crm, agreed.value()));
        return before.isPresent()
                && !HandoffView.isGone(before.get())
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

    private Optional<Mapping> rowMapping(Connected crm) {
        return setup.mappings().mapping(crm.system(), Kind.HANDOFF);
    }

    private Diff diff(Mapping mapping) {
        return new Diff(mapping, field -> setup.rule(mapping.kind(), field));
    }
}
