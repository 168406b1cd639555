package io.leadloop.state;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.RecordRef;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One vendor record as this aggregate knows it.
 *
 * @param part empty for the thing itself, else what the record is about, such as {@code cycle-2}
 * @param seenVersion highest version that was read or that a write gave back; 0 when it was never read
 * @param readVersion highest version that was read
 * @param survivor where a retired record went
 * @param firstSeen when we learned of the record, by our own clock; empty if an earlier program did
 */
public record Facet(
        RecordRef ref,
        String part,
        Standing standing,
        long seenVersion,
        long readVersion,
        Instant changedAt,
        Map<FieldName, Agreed> agreed,
        Optional<RecordRef> survivor,
        Optional<Instant> firstSeen) {

    public Facet {
        agreed = Map.copyOf(agreed);
    }

    public static Facet unseen(RecordRef ref, String part, Standing standing, Instant now) {
        return new Facet(ref, part, standing, 0, 0, Instant.EPOCH, Map.of(), Optional.empty(), Optional.of(now));
    }

    public Facet agree(Map<FieldName, Agreed> more) {
        Map<FieldName, Agreed> all = new LinkedHashMap<>(agreed);
        all.putAll(more);
        return new Facet(ref, part, standing, seenVersion, readVersion, changedAt, all, survivor, firstSeen);
    }

    public Facet as(Standing other, Optional<RecordRef> wentTo) {
        return new Facet(ref, part, other, seenVersion, readVersion, changedAt, agreed, wentTo, firstSeen);
    }

    public Facet read(long version, Instant at) {
        return new Facet(
                ref,
                part,
                standing,
                Math.max(seenVersion, version),
                Math.max(readVersion, version),
                at.isAfter(changedAt) ? at : changedAt,
                agreed,
                survivor,
                firstSeen);
    }

    public Facet wrote(long version) {
        return new Facet(
                ref,
                part,
                standing,
                Math.max(seenVersion, version),
                readVersion,
                changedAt,
                agreed,
                survivor,
                firstSeen);
    }

    /** The same record as another part of its aggregate. */
    public Facet about(String other) {
        return new Facet(ref, other, standing, seenVersion, readVersion, changedAt, agreed, survivor, firstSeen);
    }

    /** Whether we knew the record before that time. */
    public boolean isKnownBefore(Instant time) {
        return firstSeen.map(seen -> seen.isBefore(time)).orElse(true);
    }

    public boolean isInUse() {
        return standing == Standing.PRIMARY || standing == Standing.FOLLOWER;
    }
}
