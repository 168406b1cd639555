package io.leadloop.pipeline;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.Handoff;
import io.leadloop.canonical.Kind;
import io.leadloop.canonical.Lane;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.ReasonCode;
import io.leadloop.identity.Identity;
import io.leadloop.mapping.Mapping;
import io.leadloop.plan.Diff;
import io.leadloop.plan.PlannedField;
import io.leadloop.plan.PlannedWrite;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Facet;
import io.leadloop.state.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tasks of the CRM's user that a hand-off asks for: the alert, the question for a reason, and what helped. */
final class TaskPlan {

    private static final String ALERT = "alert";
    private static final String VOTE = "content-";
    private static final int LONGEST_WHY = 150;
    private static final int LONGEST_SUBJECT = 255;

    private final Setup setup;
    private final Identity identity;
    private final HandoffView handoffs;

    TaskPlan(Setup setup, Identity identity, HandoffView handoffs) {
        this.setup = setup;
        this.identity = identity;
        this.handoffs = handoffs;
    }

    boolean hasAlert(AggregateState person, Connected crm, Handoff handoff) {
        return alertMapping(crm).isEmpty()
                || HandoffView.facet(person, alertPart(handoff)).isPresent();
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
                .filter(TaskPlan::lacksReason)
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
        if (mapping.isEmpty() || HandoffView.facet(person, part).isPresent()) {
            return List.of();
        }
        ObjectType type = mapping.get().targets().get(0);
        Slot slot = new Slot(crm.id(), type, part);
        String end = " [" + identity.key(person.id(), HandoffPlan.part(handoff)) + "]";
        String start = subject.substring(0, Math.min(subject.length(), LONGEST_SUBJECT - end.length()));
        String key = HandoffView.key(desk, person, slot, start + end);
        Map<FieldName, PlannedField> fields = diff(mapping.get())
                .create(mapping.get().write(handoffs.view(person, record, handoff, key), type), type);
        String tag = part.startsWith(ALERT) ? "alert" : "";
        return List.of(new PlannedWrite(slot, Optional.empty(), key, Lane.STATUS, tag, false, fields));
    }

    private static String alertPart(Handoff handoff) {
        return ALERT + "-" + handoff.cycle();
    }

    private Optional<Mapping> alertMapping(Connected crm) {
        return setup.mappings().mappings().stream()
                .filter(mapping -> mapping.system().equals(crm.system())
                        && mapping.kind() == Kind.HANDOFF
                        && mapping.part().equals(Optional.of(ALERT)))
                .findFirst();
    }

    private Diff diff(Mapping mapping) {
        return new Diff(mapping, field -> setup.rule(mapping.kind(), field));
    }
}
