package io.leadloop.state;

import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.ObjectType;
import java.util.Comparator;

/**
 * A place that a record of an aggregate has, or is to get.
 *
 * @param part empty for the thing itself; else what the record is about, such as {@code cycle-2}
 */
public record Slot(ConnectionId connection, ObjectType type, String part) implements Comparable<Slot> {

    private static final Comparator<Slot> ORDER =
            Comparator.comparing(Slot::connection).thenComparing(Slot::type).thenComparing(Slot::part);

    @Override
    public int compareTo(Slot other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return connection + "/" + type + (part.isEmpty() ? "" : "#" + part);
    }
}
