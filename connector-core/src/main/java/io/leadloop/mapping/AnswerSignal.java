package io.leadloop.mapping;

import io.leadloop.canonical.Answer;
import io.leadloop.language.Location;

/**
 * A vendor value that stands for an answer of sales. It is a state, not an event: the caller compares it with the agreed
 * value to see whether somebody has just said it.
 *
 * @param where the line of the mapping that says so
 */
public record AnswerSignal(Answer.Kind kind, String vendorValue, Location where) {

    /** Of two signals of one record the one that ends more: converted, decline, work, accept. */
    AnswerSignal stronger(AnswerSignal other) {
        return other.kind.ordinal() > kind.ordinal() ? other : this;
    }
}
