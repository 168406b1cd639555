package io.leadloop.state;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.RecordRef;
import java.util.Optional;

/**
 * Which vendor record belongs to which aggregate, as what. Unique by (connection, object, record id) and by (connection,
 * object, key); both hold for links that are pending, too.
 *
 * @param key our external key {@code <installation>-<aggregate id>[-part]}; empty while the record does not carry it
 * @param recordId empty while the link is pending: a create was planned and its outcome is not known
 * @param version counts commits; 0 when it was never stored
 */
public record Link(Slot slot, String key, Optional<String> recordId, AggregateId aggregate, long version) {

    public Optional<RecordRef> ref() {
        return recordId.map(id -> new RecordRef(slot.connection(), slot.type(), id));
    }

    public Link to(AggregateId other) {
        return new Link(slot, key, recordId, other, version);
    }

    public Link known(String id) {
        return new Link(slot, key, Optional.of(id), aggregate, version);
    }

    public Link keyed(String other) {
        return new Link(slot, other, recordId, aggregate, version);
    }

    /** The same link with the version that the store gave it. */
    public Link at(long storedVersion) {
        return new Link(slot, key, recordId, aggregate, storedVersion);
    }
}
