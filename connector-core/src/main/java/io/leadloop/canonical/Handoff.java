package io.leadloop.canonical;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One row for each person and cycle. What was true when it was made stays; only the answer part moves.
 *
 * @param cycle 1 for the first
 * @param definition id and version in force, such as {@code mql v7}; or the delegated rule
 * @param why one line: what made this cycle begin
 * @param deliveredAt when the CRM held it with its evidence; starts the answer clock
 * @param answers all answers, oldest first; the last one counts, earlier ones were corrected
 * @param state where this cycle stands; a closed one keeps its last state
 * @param closedAt when the cycle ended
 */
public record Handoff(
        int cycle,
        String definition,
        String why,
        List<CriterionResult> evidence,
        Instant qualifiedAt,
        Optional<Instant> deliveredAt,
        Optional<Instant> answerBy,
        List<Answer> answers,
        Optional<Instant> acceptedAt,
        LifecycleState state,
        Optional<Instant> closedAt) {

    public Handoff {
        evidence = List.copyOf(evidence);
        answers = List.copyOf(answers);
    }

    public boolean isOpen() {
        return closedAt.isEmpty();
    }

    public Optional<Answer> answer() {
        return answers.isEmpty() ? Optional.empty() : Optional.of(answers.get(answers.size() - 1));
    }

    /** The reason that counts for this cycle: given, missing (S-NOREASON) or expired (S-EXPIRED). */
    public Optional<ReasonCode> reason() {
        return answer().flatMap(Answer::reason);
    }
}
