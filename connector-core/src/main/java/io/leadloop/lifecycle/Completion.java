package io.leadloop.lifecycle;

import io.leadloop.canonical.Answer;
import io.leadloop.canonical.ReasonCode;
import java.util.Optional;

/** Whether an answer repeats the one before, or adds what that one lacked. */
final class Completion {

    private Completion() {}

    /** Read twice, or by two ways: nothing in it that is not known. */
    static boolean saysNothingNew(Answer said, Answer given) {
        return said.kind() == given.kind() && sameReason(said, given) && !adds(said, given);
    }

    /** A reason, a day or a comment that arrives after the decline that it belongs to. */
    static boolean completes(Answer said, Answer given) {
        if (said.kind() != Answer.Kind.DECLINE || given.kind() != Answer.Kind.DECLINE || expired(said)) {
            return false;
        }
        return sameReason(said, given) ? adds(said, given) : reason(said).equals(ReasonCode.NO_REASON);
    }

    static Answer together(Answer said, Answer given) {
        ReasonCode reason = given.reason().isPresent() ? reason(given) : reason(said);
        return new Answer(
                said.kind(),
                Optional.of(reason),
                given.comment().isBlank() ? said.comment() : given.comment(),
                given.revisitOn().isPresent() ? given.revisitOn() : said.revisitOn(),
                said.by(),
                said.name(),
                said.at(),
                said.origin());
    }

    static boolean expired(Answer said) {
        return reason(said).equals(ReasonCode.EXPIRED);
    }

    static ReasonCode reason(Answer answer) {
        return answer.reason().orElse(ReasonCode.NO_REASON);
    }

    private static boolean sameReason(Answer said, Answer given) {
        return given.reason().isEmpty() || reason(said).equals(reason(given));
    }

    private static boolean adds(Answer said, Answer given) {
        boolean comment = !given.comment().isBlank() && !given.comment().equals(said.comment());
        boolean day = given.revisitOn().isPresent() && !given.revisitOn().equals(said.revisitOn());
        return comment || day;
    }
}
