package io.leadloop.state;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.Kind;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what was committed; writing goes through the unit of work alone. What does not exist is absent. */
public interface StateStore {

    Map<AggregateId, AggregateState> load(Collection<AggregateId> ids);

    Map<RecordRef, Link> links(Collection<RecordRef> refs);

    /** By our external key. */
    Map<String, Link> linksByKey(ConnectionId connection, ObjectType type, Collection<String> keys);

    /** All links of these aggregates, pending ones included. */
    Map<AggregateId, List<Link>> linksOf(Collection<AggregateId> ids);

    /** Aggregates by a canonical value such as {@code email}; see {@link Lookup}. Values are matched as they are. */
    Map<String, List<AggregateId>> find(Kind kind, String field, Collection<String> values);

    /** Aggregates of a kind with an id after this one, by id: for a walk over all of them. */
    List<AggregateState> scan(Kind kind, Optional<AggregateId> after, int limit);

    /** A stored text: cursors, the installation id, the run state. */
    Optional<String> setting(String name);
}
