package io.leadloop.pipeline;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.Answer;
import io.leadloop.canonical.Handoff;
import io.leadloop.canonical.LifecycleState;
import io.leadloop.canonical.RecordRef;
import io.leadloop.canonical.Role;
import io.leadloop.feedback.FollowUp;
import io.leadloop.intake.InternalChange;
import io.leadloop.ledger.Conflict;
import io.leadloop.ledger.Receipt;
import io.leadloop.ledger.Store;
import io.leadloop.lifecycle.Event;
import io.leadloop.lifecycle.Phase;
import io.leadloop.lifecycle.Step;
import io.leadloop.state.AggregateState;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * Answers that are given outside the CRM: a card in HubSpot, a chat, any third tool. The answer counts from the commit
 * on, as one in the CRM would; the next pass writes it to the CRM's record and to marketing's system.
 */
public final class AnswerOrders {

    private static final int TRIES = 5;

    private final Setup setup;
    private final Store store;
    private final InstantSource clock;
    private final Steps steps = new Steps(new Questions());

    public AnswerOrders(Setup setup, Store store, InstantSource clock) {
        this.setup = setup;
        this.store = store;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Outcome {

        /** @param before whether the same order was carried out earlier: nothing was done now */
        record Taken(Receipt receipt, boolean before) implements Outcome {}

        /** Another order was given under this receipt's id. */
        record Other(Receipt receipt) implements Outcome {}

        record NoSuchHandoff() implements Outcome {}

        /** The hand-off takes no such answer any more, or not yet. @param why one sentence */
        record Closed(String why) implements Outcome {}

        /** The reason may not be given now, is unknown, or lacks something. */
        record Illegal(FollowUp followUp, Phase phase) implements Outcome {}
    }

    /**
     * @param corrects whether it takes the answer back that was given before, which its author may do for a while
     * @param receiptId stable for one order, however often it comes
     * @param fingerprint of the whole order
     */
    public Outcome give(
            AggregateId person, int cycle, Answer answer, boolean corrects, String receiptId, String fingerprint) {
        return order(
                receiptId, fingerprint, desk -> once(desk, person, cycle, answer, corrects, receiptId, fingerprint));
    }

    /** Undoes the last answer. @param by who has given it, and nobody else */
    public Outcome undo(AggregateId person, int cycle, String by, String receiptId, String fingerprint) {
        return order(receiptId, fingerprint, desk -> {
            AggregateState state = desk.state(person);
            if (handoff(state, person, cycle).isEmpty()) {
                return new Outcome.NoSuchHandoff();
            }
            if (cycle != state.journey().cycle()) {
                return new Outcome.Closed("a later cycle has begun");
            }
            Step step = setup.lifecycle().undo(state.journey(), by, desk.now());
            Optional<String> why = why(step);
            return why.isPresent()
                    ? new Outcome.Closed(why.get())
                    : taken(desk, steps.take(desk, state, step), cycle, receiptId, fingerprint);
        });
    }

    /**
     * Keeps whether a content helped; the first who says so counts. The CRM gets it as a finished task.
     *
     * @param title one that the person has used
     */
    public Outcome vote(
            AggregateId person,
            int cycle,
            String title,
            boolean helped,
            String name,
            String receiptId,
            String fingerprint) {
        return order(receiptId, fingerprint, desk -> {
            AggregateState state = desk.state(person);
            if (handoff(state, person, cycle).isEmpty()) {
                return new Outcome.NoSuchHandoff();
            }
            if (!Content.of(state).contains(title)) {
                return new Outcome.Closed("this content is not shown any more");
            }
            return taken(desk, Content.voted(state, title, helped, name, desk.now()), cycle, receiptId, fingerprint);
        });
    }

    private static Optional<Handoff> handoff(AggregateState state, AggregateId id, int cycle) {
        return state.journey().handoffs().stream()
                .filter(each -> state.id().equals(id) && each.cycle() == cycle)
                .findFirst();
    }

    private static Optional<String> why(Step step) {
        return step.events().stream()
                .filter(Event.Refused.class::isInstance)
                .map(event -> ((Event.Refused) event).why())
                .findFirst();
    }

    private static Outcome taken(Desk desk, AggregateState after, int cycle, String receiptId, String print) {
        desk.put(after);
        desk.put(new InternalChange(InternalChange.Kind.ORDERED, after.id(), "", desk.now()));
        Receipt receipt = new Receipt(receiptId, after.id(), cycle, print, desk.now(), after.version());
        desk.receipt(receipt);
        desk.commit();
        return new Outcome.Taken(receipt, false);
    }

    private Outcome order(String receiptId, String fingerprint, Function<Desk, Outcome> order) {
        for (int tries = 1; ; tries++) {
            Optional<Receipt> known = store.receipt(receiptId);
            if (known.isPresent()) {
                return known.get().fingerprint().equals(fingerprint)
                        ? new Outcome.Taken(known.get(), true)
                        : new Outcome.Other(known.get());
            }
            try {
                return order.apply(new Desk(store, clock.instant()));
            } catch (Conflict conflict) {
                if (tries == TRIES) {
                    throw conflict;
                }
            }
        }
    }

    private Outcome once(
            Desk desk, AggregateId id, int cycle, Answer answer, boolean corrects, String receiptId, String print) {
        AggregateState person = desk.state(id);
        Optional<Handoff> handoff = handoff(person, id, cycle);
        if (handoff.isEmpty()) {
            return new Outcome.NoSuchHandoff();
        }
        Optional<Outcome> refused = refused(person, handoff.get(), answer, corrects);
        if (refused.isPresent()) {
            return refused.get();
        }
        Step step = setup.lifecycle().answer(person.journey(), answer);
        Optional<String> why = why(step);
        if (why.isPresent()) {
            return new Outcome.Closed(why.get());
        }
        AggregateState after = OptOut.said(steps.take(desk, person, step), answer, record(person), "api");
        return taken(desk, after, cycle, receiptId, print);
    }

    private Optional<Outcome> refused(AggregateState person, Handoff handoff, Answer answer, boolean corrects) {
        if (handoff.cycle() != person.journey().cycle()) {
            return Optional.of(new Outcome.Closed("a later cycle has begun"));
        }
        if (!corrects && !handoff.isOpen()) {
            return Optional.of(new Outcome.Closed("the hand-off of cycle " + handoff.cycle() + " is closed"));
        }
        if (handoff.isOpen()
                && handoff.state() == LifecycleState.QUALIFIED
                && person.journey().state() == LifecycleState.QUALIFIED) {
            return Optional.of(new Outcome.Closed("it has not reached sales yet"));
        }
        if (corrects && handoff.answer().isEmpty()) {
            return Optional.of(new Outcome.Closed("nothing was answered that could be corrected"));
        }
        return answer.kind() == Answer.Kind.DECLINE ? illegal(handoff, answer, corrects) : Optional.empty();
    }

    private Optional<Outcome> illegal(Handoff handoff, Answer answer, boolean corrects) {
        boolean takesBack = corrects
                && handoff.answer()
                        .filter(said -> said.kind() == Answer.Kind.ACCEPT)
                        .isPresent();
        Phase phase = handoff.acceptedAt().isEmpty() || takesBack ? Phase.BEFORE : Phase.AFTER;
        FollowUp followUp =
                setup.reasons().followUp(answer, phase, setup.lifecycle().policy());
        return followUp.legal() && followUp.asks().isEmpty()
                ? Optional.empty()
                : Optional.of(new Outcome.Illegal(followUp, phase));
    }

    private Optional<RecordRef> record(AggregateState person) {
        return person.facets().values().stream()
                .filter(facet -> facet.isInUse() && facet.part().isEmpty() && setup.role(facet.ref()) == Role.CRM)
                .map(facet -> facet.ref())
                .findFirst();
    }
}
