package io.leadloop.app.card;

import io.leadloop.canonical.Answer;
import io.leadloop.canonical.CriterionResult;
import io.leadloop.lifecycle.Ask;
import io.leadloop.lifecycle.Phase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All that a card shows of one person; facts, no sentences but those that the loop itself writes.
 *
 * @param now the connector's time, from which the answer clock is counted
 * @param handoff its id; absent if there is none
 * @param timeline newest first
 * @param phase of an answer that is given now
 * @param answer the one that counts
 * @param written what became of the answer that was asked about: {@code waiting}, {@code written}, {@code refused}
 * @param content what the person has used of ours, the latest first, three at most
 * @param earlier cycles before this one, latest first
 * @param reasons all that may be chosen before or after contact, "none of these fit" last
 * @param suggested for each phase the three likeliest of them, best first
 */
public record Card(
        String standing,
        Instant now,
        Optional<String> handoff,
        int cycle,
        String definition,
        String why,
        List<CriterionResult> evidence,
        List<Engagement> timeline,
        Optional<Instant> answerBy,
        Phase phase,
        Optional<Given> answer,
        Optional<String> written,
        List<Used> content,
        List<Earlier> earlier,
        List<Choice> reasons,
        List<Suggested> suggested) {

    public Card {
        evidence = List.copyOf(evidence);
        timeline = List.copyOf(timeline);
        content = List.copyOf(content);
        earlier = List.copyOf(earlier);
        reasons = List.copyOf(reasons);
        suggested = List.copyOf(suggested);
    }

    /** @param vote what a rep said of it: {@code helped} or {@code did not help}; absent if nobody has */
    public record Used(String title, Optional<String> vote) {}

    /** What the person did. */
    public record Engagement(LocalDate on, String text) {}

    /**
     * @param undoable whether the one who looks may undo it now
     * @param receipt what followed from a no, in the words that the CRM's record has
     * @param changeUntil until when the one who looks may give another answer; absent if it is not theirs
     */
    public record Given(
            Answer.Kind kind,
            Optional<String> reason,
            Optional<String> label,
            Optional<String> comment,
            Optional<LocalDate> revisitOn,
            String by,
            Instant at,
            Optional<String> receipt,
            Optional<Instant> changeUntil,
            boolean undoable) {}

    /** @param outcome how it was decided, in lower case: rejected, expired */
    public record Earlier(
            int cycle,
            String outcome,
            Optional<String> reason,
            Optional<String> label,
            Optional<String> comment,
            Optional<String> by,
            Optional<Instant> at) {}

    public record Choice(String code, String label, String hint, String group, List<Phase> phases, List<Ask> asks) {

        public Choice {
            phases = List.copyOf(phases);
            asks = List.copyOf(asks);
        }
    }

    /** @param evidence why it is likely; empty where it is only what is said most */
    public record Suggested(Phase phase, String code, String evidence) {}
}
