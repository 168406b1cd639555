package io.leadloop.spi;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import java.util.Map;
import java.util.Optional;

/** One row to write. Values are {@code Text} in the vendor's wire form, or {@code Blank} to empty the field. */
public sealed interface WriteRequest {

    ObjectType type();

    /**
     * A new record that carries {@code key} in {@code keyField}. If a record with that key exists, nothing is written and
     * the outcome is Applied with its ref, {@code adopted}.
     */
    record Create(ObjectType type, FieldName keyField, String key, Map<FieldName, FieldValue> fields)
            implements WriteRequest {
        public Create {
            fields = Map.copyOf(fields);
        }
    }

    /** Changes of a known record; with {@code expected}, Rejected(CONFLICT) when the record moved past it. */
    record Update(RecordRef ref, Map<FieldName, FieldValue> fields, Optional<RecordVersion> expected)
            implements WriteRequest {
        public Update {
            fields = Map.copyOf(fields);
        }

        @Override
        public ObjectType type() {
            return ref.type();
        }
    }

    /** A tie between two records; a tie that exists already is Applied. */
    record Associate(RecordRef from, RecordRef to, String label) implements WriteRequest {
        @Override
        public ObjectType type() {
            return from.type();
        }
    }

    /** A withdrawal of the permission to mail this person; there is no request that grants it. */
    record Withdraw(RecordRef ref, String address) implements WriteRequest {
        @Override
        public ObjectType type() {
            return ref.type();
        }
    }
}
