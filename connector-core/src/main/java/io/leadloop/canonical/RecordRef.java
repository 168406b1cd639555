package io.leadloop.canonical;

import java.util.Comparator;

/** One vendor record: which account, which object, which id. Total order by those three. */
public record RecordRef(ConnectionId connection, ObjectType type, String id) implements Comparable<RecordRef> {

    private static final Comparator<RecordRef> ORDER = Comparator.comparing(RecordRef::connection)
            .thenComparing(RecordRef::type)
            .thenComparing(RecordRef::id);

    @Override
    public int compareTo(RecordRef other) {
        return ORDER.compare(this, other);
    }

    /** {@code crm/Lead/00Q...}: for logs and messages; holds no personal data. */
    @Override
    public String toString() {
        return connection + "/" + type + "/" + id;
    }
}
