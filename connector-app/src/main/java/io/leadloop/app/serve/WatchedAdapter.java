package io.leadloop.app.serve;

import io.leadloop.app.metrics.Meter;
import io.leadloop.app.metrics.Meters;
import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.canonical.SystemId;
import io.leadloop.spi.CallUsage;
import io.leadloop.spi.Capability;
import io.leadloop.spi.ChangeCursor;
import io.leadloop.spi.ChangePage;
import io.leadloop.spi.ChangeSource;
import io.leadloop.spi.ConsentReader;
import io.leadloop.spi.Projection;
import io.leadloop.spi.PushSource;
import io.leadloop.spi.RecordReader;
import io.leadloop.spi.RecordWriter;
import io.leadloop.spi.SchemaInspector;
import io.leadloop.spi.VendorAdapter;
import io.leadloop.spi.VendorRecord;
import io.leadloop.spi.WriteOutcome;
import io.leadloop.spi.WriteRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;

/** An adapter whose calls are timed, and whose last answer is remembered. */
final class WatchedAdapter implements VendorAdapter {

    private final VendorAdapter adapter;
    private final Meters meters;
    private final Pulse pulse;

    WatchedAdapter(VendorAdapter adapter, Meters meters, Pulse pulse) {
        this.adapter = adapter;
        this.meters = meters;
        this.pulse = pulse;
    }

    @Override
    public ConnectionId connection() {
        return adapter.connection();
    }

    @Override
    public SystemId system() {
        return adapter.system();
    }

    @Override
    public Set<Capability> capabilities() {
        return adapter.capabilities();
    }

    @Override
    public ChangeSource changes(Projection what) {
        ChangeSource source = adapter.changes(what);
        return new ChangeSource() {
            @Override
            public ChangeCursor start(Instant from) {
                return source.start(from);
            }

            @Override
            public ChangePage poll(ChangeCursor cursor, int limit) {
                return timed("poll", () -> source.poll(cursor, limit));
            }

            @Override
            public OptionalLong size() {
                return source.size();
            }

            @Override
            public long calls(long records, int limit) {
                return source.calls(records, limit);
            }
        };
    }

    @Override
    public RecordReader reader() {
        RecordReader reader = adapter.reader();
        return new RecordReader() {
            @Override
            public List<VendorRecord> read(Projection what, Collection<RecordRef> refs) {
                return timed("read", () -> reader.read(what, refs));
            }

            @Override
            public Map<String, List<VendorRecord>> find(Projection what, FieldName key, Collection<String> values) {
                return timed("find", () -> reader.find(what, key, values));
            }
        };
    }

    @Override
    public RecordWriter writer() {
        RecordWriter writer = adapter.writer();
        return new RecordWriter() {
            @Override
            public List<WriteOutcome> write(List<WriteRequest> batch) {
                return timed("write", () -> writer.write(batch));
            }

            @Override
            public int batchSize(ObjectType type) {
                return writer.batchSize(type);
            }
        };
    }

    @Override
    public ConsentReader consent() {
        return adapter.consent();
    }

    @Override
    public Map<ObjectType, Long> spent() {
        return adapter.spent();
    }

    @Override
    public Optional<CallUsage> usage() {
        return adapter.usage();
    }

    @Override
    public SchemaInspector schema() {
        return adapter.schema();
    }

    @Override
    public Optional<PushSource> push() {
        return adapter.push();
    }

    @Override
    public void close() {
        adapter.close();
    }

    private <T> T timed(String operation, Supplier<T> call) {
        long start = System.nanoTime();
        try {
            T answer = call.get();
            record(operation, "ok", start);
            pulse.answered(connection());
            return answer;
        } catch (RuntimeException e) {
            record(operation, "failed", start);
            pulse.refused(connection(), e);
            throw e;
        }
    }

    private void record(String operation, String outcome, long start) {
        meters.time(
                Meter.VENDOR_CALLS,
                Duration.ofNanos(System.nanoTime() - start),
                connection().value(),
                operation,
                outcome);
    }
}
