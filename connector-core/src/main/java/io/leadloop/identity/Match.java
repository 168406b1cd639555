package io.leadloop.identity;

import io.leadloop.canonical.AggregateId;
import java.util.List;

/** Which aggregate a record belongs to, and how we know. */
public sealed interface Match {

    /** The record was linked before. */
    record Linked(AggregateId aggregate) implements Match {}

    /** It carries our key. */
    record ByKey(AggregateId aggregate) implements Match {}

    /** It is the only record of its kind with this value, and one aggregate has it. */
    record ByValue(AggregateId aggregate) implements Match {}

    /** Nothing we know: a new aggregate. */
    record Fresh(AggregateId aggregate) implements Match {}

    /** Several would fit; a person must choose. */
    record Ambiguous(List<AggregateId> candidates) implements Match {
        public Ambiguous {
            candidates = List.copyOf(candidates);
        }
    }

    /** It carries a key of another installation: a finding, never a match. */
    record ForeignKey(String key) implements Match {}
}
