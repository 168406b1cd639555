package io.leadloop.identity;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.Kind;
import io.leadloop.canonical.RecordRef;
import java.util.List;
import java.util.Optional;

/**
 * A record and what was found about it.
 *
 * @param link the aggregate that its id is linked to
 * @param key our key that it carries, empty if none
 * @param keyed the aggregate that has this key
 * @param sameValue aggregates with the same mail address or domain that have no record in this place yet
 * @param taken whether an aggregate with the same value has a record in this place already
 * @param twins how many records of this place have the value, at least 1 where it was asked
 */
public record Candidate(
        Kind kind,
        RecordRef ref,
        Optional<AggregateId> link,
        String key,
        Optional<AggregateId> keyed,
        List<AggregateId> sameValue,
        boolean taken,
        int twins) {}
