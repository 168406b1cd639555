package io.leadloop.review;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.RecordRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A choice that only a person can make.
 *
 * @param id stable: the same question asked again has the same id
 * @param field the canonical or vendor field that it is about; empty if it is about whole records
 * @param question one sentence
 * @param choices what can be decided, in words that {@code review decide} takes
 * @param decision the choice that was made, if one was
 */
public record ReviewItem(
        String id,
        Kind kind,
        Optional<AggregateId> aggregate,
        List<RecordRef> records,
        String field,
        String question,
        List<String> choices,
        Instant openedAt,
        Optional<String> decision) {

    public ReviewItem {
        records = List.copyOf(records);
        choices = List.copyOf(choices);
    }

    public ReviewItem decided(String choice) {
        return new ReviewItem(id, kind, aggregate, records, field, question, choices, openedAt, Optional.of(choice));
    }

    /** What kind of choice it is. */
    public enum Kind {
        AMBIGUOUS_MATCH,
        UNKNOWN_VALUE,
        FIRST_SIGHT,
        PING_PONG,
        MERGE_PROPOSAL,
        ILLEGAL_MOVE,
        PERSON_WITHOUT_EMAIL,
        FOREIGN_KEY
    }
}
