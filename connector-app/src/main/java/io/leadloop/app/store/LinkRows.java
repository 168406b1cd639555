package io.leadloop.app.store;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.state.Link;
import io.leadloop.state.Slot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** Table link. A link replaces the row of its record or, if there is none, the row of its key. */
final class LinkRows {

    private static final String SELECT =
            "SELECT connection, object, part, link_key, record_id, aggregate, version FROM link WHERE ";
    private static final String SET =
            "UPDATE link SET part = ?, link_key = ?, record_id = ?, aggregate = ?, version = version + 1"
                    + " WHERE version = ? AND connection = ? AND object = ? AND ";
    private static final Comparator<Link> ORDER = Comparator.comparing(Link::slot)
            .thenComparing(link -> link.recordId().orElse(""))
            .thenComparing(Link::key);
    private static final RowMapper<Link> ROW = (row, number) -> new Link(
            new Slot(Words.connection(row.getString(1)), Words.type(row.getString(2)), row.getString(3)),
            Objects.requireNonNullElse(row.getString(4), ""),
            Optional.ofNullable(row.getString(5)),
            Words.aggregate(row.getString(6)),
            row.getLong(7));

    private final Sql sql;

    LinkRows(Sql sql) {
        this.sql = sql;
    }

    Map<RecordRef, Link> of(Collection<RecordRef> refs) {
        Map<RecordRef, Link> found = new HashMap<>();
        refs.stream()
                .collect(Collectors.groupingBy(ref -> new Slot(ref.connection(), ref.type(), "")))
                .forEach((place, some) -> sql.in(
                                SELECT + "connection = ? AND object = ? AND record_id IN",
                                some.stream().map(RecordRef::id).toList(),
                                ROW,
                                place.connection().value(),
                                place.type().value())
                        .forEach(link -> link.ref().ifPresent(ref -> found.put(ref, link))));
        return found;
    }

    Map<String, Link> byKey(ConnectionId connection, ObjectType type, Collection<String> keys) {
        Map<String, Link> found = new LinkedHashMap<>();
        sql.in(SELECT + "connection = ? AND object = ? AND link_key IN", keys, ROW, connection.value(), type.value())
                .forEach(link -> found.put(link.key(), link));
        return found;
    }

    Map<AggregateId, List<Link>> ofAggregates(Collection<AggregateId> ids) {
        return sql
                .in(
                        SELECT + "aggregate IN",
                        ids.stream().map(AggregateId::toString).toList(),
                        ROW)
                .stream()
                .sorted(ORDER)
                .collect(Collectors.groupingBy(Link::aggregate));
    }

    /** Gives those that moved. Known ones first: a new link may take a key that one of them gives up. */
    List<Link> write(Collection<Link> links) {
        links.forEach(LinkRows::check);
        List<Link> known =
                links.stream().filter(link -> link.version() != 0).sorted(ORDER).toList();
        List<Link> left = new ArrayList<>(
                known.stream().filter(link -> link.recordId().isEmpty()).toList());
        left.addAll(sql.batch(
                SET + "record_id = ?",
                known.stream().filter(link -> link.recordId().isPresent()).toList(),
                link -> values(link, link.recordId().orElse(""))));
        List<Link> moved = sql.batch(SET + "link_key = ?", left, link -> values(link, link.key()));
        List<Link> fresh =
                links.stream().filter(link -> link.version() == 0).sorted(ORDER).toList();
        sql.batch(
                "INSERT INTO link (part, link_key, record_id, aggregate, version, connection, object)"
                        + " VALUES (?, ?, ?, ?, 1, ?, ?)",
                fresh,
                link -> new @Nullable Object[] {
                    link.slot().part(),
                    key(link),
                    id(link),
                    link.aggregate().toString(),
                    link.slot().connection().value(),
                    link.slot().type().value()
                });
        return moved;
    }

    /** Aggregates of links that could not be stored as they are, and of those that stand in their way. */
    Set<AggregateId> conflicts(Collection<Link> links) {
        Set<AggregateId> conflicts = new HashSet<>();
        Map<List<String>, Link> seen = new HashMap<>();
        Map<RecordRef, Link> ofRecords =
                of(links.stream().flatMap(link -> link.ref().stream()).toList());
        for (Link link : links) {
            Slot slot = link.slot();
            Optional<Link> ofRecord = link.ref().map(ofRecords::get);
            Optional<Link> ofKey = Optional.ofNullable(
                    byKey(slot.connection(), slot.type(), List.of(link.key())).get(link.key()));
            Optional<Link> before = ofRecord.or(() -> ofKey);
            boolean unique = ofRecord.isEmpty() || ofKey.isEmpty() || ofRecord.equals(ofKey);
            boolean recordTwice = link.ref()
                    .filter(ref -> seen.put(List.of("record", ref.toString()), link) != null)
                    .isPresent();
            List<String> keyName = List.of("key", Words.of(new Slot(slot.connection(), slot.type(), link.key())));
            boolean keyTwice = !link.key().isEmpty() && seen.put(keyName, link) != null;
            if (!unique || recordTwice || keyTwice || before.map(Link::version).orElse(0L) != link.version()) {
                conflicts.add(link.aggregate());
                ofRecord.ifPresent(holder -> conflicts.add(holder.aggregate()));
                ofKey.ifPresent(holder -> conflicts.add(holder.aggregate()));
            }
        }
        return conflicts;
    }

    private static void check(Link link) {
        if (link.recordId().isEmpty() && link.key().isEmpty()) {
            throw new IllegalArgumentException("a link needs a key or a record id: " + link.slot());
        }
    }

    private static @Nullable Object[] values(Link link, String address) {
        return new @Nullable Object[] {
            link.slot().part(),
            key(link),
            id(link),
            link.aggregate().toString(),
            link.version(),
            link.slot().connection().value(),
            link.slot().type().value(),
            address
        };
    }

    private static @Nullable String key(Link link) {
        return link.key().isEmpty() ? null : link.key();
    }

    private static @Nullable String id(Link link) {
        return link.recordId().orElse(null);
    }
}
