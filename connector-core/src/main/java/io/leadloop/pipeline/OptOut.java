package io.leadloop.pipeline;

import io.leadloop.canonical.Answer;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.ReasonCode;
import io.leadloop.canonical.RecordRef;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Fact;
import java.time.Instant;
import java.util.Optional;

/** "Asked not to be contacted" is a withdrawal like any other: it goes to both systems. */
final class OptOut {

    private static final ReasonCode OPT_OUT = new ReasonCode("X-OPTOUT");

    private OptOut() {}

    static AggregateState said(AggregateState person, Answer answer, Optional<RecordRef> source, String where) {
        Instant at = answer.at();
        return answer.reason().equals(Optional.of(OPT_OUT))
                ? person.withFact(
                        "emailOptOut",
                        new Fact(new FieldValue.Flag(true), source, at, at, at, "the reason says so", where))
                : person;
    }
}
