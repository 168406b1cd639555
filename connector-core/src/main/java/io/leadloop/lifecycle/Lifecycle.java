package io.leadloop.lifecycle;

import io.leadloop.canonical.Answer;
import io.leadloop.canonical.Journey;
import io.leadloop.canonical.LifecycleState;
import io.leadloop.canonical.ReasonCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The rule book of a lead's way. Each function takes a journey and gives the next one with what happened; none looks at a
 * clock. The same news twice changes nothing the second time.
 */
public final class Lifecycle {

    /** Why a lead moved whose answer was undone. */
    public static final String UNDONE = "the answer was undone";

    private final Entry entry;
    private final Ladder ladder;
    private final Answers answers;
    private final Deals deals;
    private final JourneyMerge merge;
    private final LifecyclePolicy policy;

    public Lifecycle(LifecyclePolicy policy, ReasonBook reasons) {
        this.policy = policy;
        this.entry = new Entry(policy, reasons);
        this.ladder = new Ladder(policy);
        this.answers = new Answers(policy, reasons);
        this.deals = new Deals(policy, reasons);
        this.merge = new JourneyMerge();
    }

    public LifecyclePolicy policy() {
        return policy;
    }

    /**
     * Begins the next cycle, or says what it waits for. Nothing happens while a hand-off is open. A hand-raise ends a
     * cool-down; only suppression and an excluding reason stop it.
     */
    public Step qualify(Journey journey, Qualification because, Instant now) {
        return entry.qualify(journey, because, now);
    }

    /** The person fell below the definition, or was withdrawn, before the hand-off was delivered. */
    public Step withdraw(Journey journey, String because, Instant at) {
        if (journey.state() != LifecycleState.QUALIFIED || journey.open().isEmpty()) {
            return Step.none(journey);
        }
        Trail trail = new Trail(journey);
        trail.move(LifecycleState.NURTURE, at, "system", because);
        trail.close(LifecycleState.NURTURE, at, Optional.empty());
        return trail.step();
    }

    /** The CRM holds the hand-off with its evidence: the answer clock starts. */
    public Step delivered(Journey journey, Instant at) {
        if (journey.state() != LifecycleState.QUALIFIED || journey.open().isEmpty()) {
            return Step.none(journey);
        }
        Trail trail = new Trail(journey);
        ladder.climb(trail, LifecycleState.HANDED_OFF, at, "system", "the CRM holds it with its evidence");
        return trail.step();
    }

    /** What sales said, by whichever way. */
    public Step answer(Journey journey, Answer answer) {
        return answers.answer(journey, answer, false);
    }

    /**
     * Undoes the last answer, which its author may do for the time in which it may be corrected: the lead stands where it
     * stood before, and its clock goes on. The answer is gone; the move stays on record.
     */
    public Step undo(Journey journey, String by, Instant at) {
        return answers.undo(journey, by, at);
    }

    /** The same from a manager, who may correct an answer until the next cycle begins. */
    public Step answerByManager(Journey journey, Answer answer) {
        return answers.answer(journey, answer, true);
    }

    /**
     * Closes a hand-off that nobody answered until its time and the grace were over, dated at that moment. An answer of
     * before, read later, takes it back.
     */
    public Step expire(Journey journey, Instant now) {
        return answers.expire(journey, now);
    }

    /** The clock has looked: a day that has come is not looked at again. */
    public Step looked(Journey journey, Instant now) {
        if (journey.open().isPresent()
                || journey.dueAt().filter(due -> !due.isAfter(now)).isEmpty()) {
            return Step.none(journey);
        }
        return new Step(
                new Journey(
                        journey.state(), journey.handoffs(), journey.moves(), journey.recycleAt(), Optional.empty()),
                List.of());
    }

    /** The person has a contact role on an open opportunity. */
    public Step opportunity(Journey journey, Instant at) {
        return deals.opportunity(journey, at);
    }

    public Step won(Journey journey, Instant at) {
        return deals.won(journey, at);
    }

    /** @param reason why the deal was lost; it sends the lead on but is no answer to the hand-off */
    public Step lost(Journey journey, Optional<ReasonCode> reason, Instant at) {
        return deals.lost(journey, reason, at);
    }

    /** Consent was withdrawn, or the person erased: from any state, for good. */
    public Step suppress(Journey journey, Instant at) {
        if (journey.state() == LifecycleState.SUPPRESSED) {
            return Step.none(journey);
        }
        Trail trail = new Trail(journey);
        boolean open = journey.open().isPresent();
        trail.move(LifecycleState.SUPPRESSED, at, "system", "no contact any more");
        trail.clocks(Optional.empty(), Optional.empty());
        if (open) {
            trail.close(LifecycleState.SUPPRESSED, at, Optional.empty());
        }
        return trail.step();
    }

    /** A lead deleted while its hand-off is open is a no without a reason; nobody is asked for one. */
    public Step deletedInCrm(Journey journey, Instant at) {
        if (journey.open().isEmpty() || !Ladder.leadsTo(journey.state(), LifecycleState.OPPORTUNITY)) {
            return Step.none(journey);
        }
        return answer(
                journey,
                new Answer(
                        Answer.Kind.DECLINE,
                        Optional.of(ReasonCode.NO_REASON),
                        "",
                        Optional.empty(),
                        "",
                        at,
                        "delete"));
    }

    /**
     * Two persons turned out to be one. No cycle, answer or move is lost; of two open hand-offs the earlier start stays
     * open. Cycles are numbered anew by time, the open one last.
     */
    public Step merge(Journey first, Journey second, Instant at) {
        return merge.merge(first, second, at);
    }
}
