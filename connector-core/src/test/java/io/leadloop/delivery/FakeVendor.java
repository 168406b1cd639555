package io.leadloop.delivery;

import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.canonical.SystemId;
import io.leadloop.spi.CallUsage;
import io.leadloop.spi.Capability;
import io.leadloop.spi.ChangeSource;
import io.leadloop.spi.Projection;
import io.leadloop.spi.RecordReader;
import io.leadloop.spi.RecordVersion;
import io.leadloop.spi.RecordWriter;
import io.leadloop.spi.SchemaInspector;
import io.leadloop.spi.VendorAdapter;
import io.leadloop.spi.VendorRecord;
import io.leadloop.spi.WriteOutcome;
import io.leadloop.spi.WriteRequest;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Records in a map; what a call answers can be spoilt before or after it was applied. */
final class FakeVendor implements VendorAdapter, Vendors, RecordReader, RecordWriter {

    static final ConnectionId CRM = new ConnectionId("crm");
    static final FieldName KEY = new FieldName("Key__c");
    static final int BATCH_SIZE = 2;

    final Map<RecordRef, VendorRecord> records = new LinkedHashMap<>();
    final List<List<WriteRequest>> calls = new ArrayList<>();
    final Deque<Runnable> before = new ArrayDeque<>();
    final Deque<UnaryOperator<WriteOutcome>> after = new ArrayDeque<>();
    final Deque<Runnable> beforeReading = new ArrayDeque<>();
    private long version;

    @Override
    public List<WriteOutcome> write(List<WriteRequest> batch) {
        calls.add(batch);
        Optional.ofNullable(before.poll()).ifPresent(Runnable::run);
        List<WriteOutcome> outcomes = batch.stream().map(this::apply).toList();
        UnaryOperator<WriteOutcome> spoilt = Optional.ofNullable(after.poll()).orElse(UnaryOperator.identity());
        return outcomes.stream().map(spoilt).toList();
    }

    private WriteOutcome apply(WriteRequest request) {
        if (request instanceof WriteRequest.Create create) {
            RecordRef ref = new RecordRef(CRM, create.type(), "00Q" + records.size());
            Map<FieldName, FieldValue> fields = new HashMap<>(create.fields());
            fields.put(KEY, new FieldValue.Text(create.key()));
            return put(ref, fields);
        }
        if (request instanceof WriteRequest.Update update) {
            Map<FieldName, FieldValue> fields =
                    new HashMap<>(record(update.ref()).fields());
            fields.putAll(update.fields());
            return put(update.ref(), fields);
        }
        throw new IllegalArgumentException("not known here: " + request.type());
    }

    private VendorRecord record(RecordRef ref) {
        return records.getOrDefault(ref, record(ref, Map.of()));
    }

    WriteOutcome put(RecordRef ref, Map<FieldName, FieldValue> fields) {
        VendorRecord record = record(ref, fields);
        records.put(ref, record);
        return new WriteOutcome.Applied(ref, Optional.of(record.version()), false);
    }

    private VendorRecord record(RecordRef ref, Map<FieldName, FieldValue> fields) {
        return new VendorRecord(
                ref,
                new RecordVersion(++version),
                Instant.EPOCH.plusSeconds(version),
                fields,
                Map.of(),
                List.of(),
                Optional.empty());
    }

    @Override
    public int batchSize(ObjectType type) {
        return BATCH_SIZE;
    }

    @Override
    public List<VendorRecord> read(Projection what, Collection<RecordRef> refs) {
        Optional.ofNullable(beforeReading.poll()).ifPresent(Runnable::run);
        return refs.stream().filter(records::containsKey).map(this::record).toList();
    }

    @Override
    public Map<String, List<VendorRecord>> find(Projection what, FieldName key, Collection<String> values) {
        Optional.ofNullable(beforeReading.poll()).ifPresent(Runnable::run);
        Map<String, List<VendorRecord>> found = new HashMap<>();
        values.forEach(value -> found.put(
                value,
                records.values().stream()
                        .filter(record -> record.value(key).text().equals(value))
                        .toList()));
        return found;
    }

    @Override
    public VendorAdapter adapter(ConnectionId connection) {
        return this;
    }

    @Override
    public FieldName keyField(ConnectionId connection, ObjectType type) {
        return KEY;
    }

    @Override
    public Projection projection(ConnectionId connection, ObjectType type) {
        return Projection.of(type, List.of(KEY));
    }

    @Override
    public boolean same(ConnectionId connection, ObjectType type, FieldName field, FieldValue one, FieldValue other) {
        return one.text().equalsIgnoreCase(other.text());
    }

    @Override
    public ConnectionId connection() {
        return CRM;
    }

    @Override
    public SystemId system() {
        return new SystemId("fake");
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of();
    }

    @Override
    public ChangeSource changes(Projection what) {
        throw new IllegalStateException("delivery does not poll");
    }

    @Override
    public RecordReader reader() {
        return this;
    }

    @Override
    public RecordWriter writer() {
        return this;
    }

    @Override
    public Optional<CallUsage> usage() {
        return Optional.empty();
    }

    @Override
    public SchemaInspector schema() {
        throw new IllegalStateException("delivery does not describe");
    }

    @Override
    public void close() {}
}
