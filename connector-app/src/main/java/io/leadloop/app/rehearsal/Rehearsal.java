package io.leadloop.app.rehearsal;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.spi.Projection;
import io.leadloop.spi.RecordVersion;
import io.leadloop.spi.VendorRecord;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What was pretended to be written to one account. For one thread. */
public final class Rehearsal {

    /**
     * Records of one object, each counted once; one that is created and then changed is created.
     *
     * @param created new records
     * @param changed records that were there before
     * @param cleared fields of those that are emptied
     */
    public record Count(long created, long changed, long cleared) {}

    private static final String SYNTHETIC = "rehearsal-";

    private final InstantSource clock;
    private final Map<RecordRef, Map<FieldName, FieldValue>> written = new LinkedHashMap<>();
    private final Map<RecordRef, Long> times = new LinkedHashMap<>();
    private final Set<RecordRef> created = new LinkedHashSet<>();

    Rehearsal(InstantSource clock) {
        this.clock = clock;
    }

    /** By object type. */
    public Map<ObjectType, Count> counts() {
        Map<ObjectType, Count> counts = new TreeMap<>();
        for (RecordRef ref : times.keySet()) {
            boolean isNew = created.contains(ref);
            Count known = counts.getOrDefault(ref.type(), new Count(0, 0, 0));
            counts.put(
                    ref.type(),
                    isNew
                            ? new Count(known.created() + 1, known.changed(), known.cleared())
                            : new Count(known.created(), known.changed() + 1, known.cleared() + cleared(ref)));
        }
        return counts;
    }

    private long cleared(RecordRef ref) {
        return written.getOrDefault(ref, Map.of()).values().stream()
                .filter(FieldValue::isBlank)
                .count();
    }

    RecordRef create(RecordRef place, Map<FieldName, FieldValue> fields) {
        RecordRef ref = new RecordRef(place.connection(), place.type(), SYNTHETIC + (created.size() + 1));
        created.add(ref);
        write(ref, fields);
        return ref;
    }

    RecordVersion write(RecordRef ref, Map<FieldName, FieldValue> fields) {
        written.computeIfAbsent(ref, any -> new LinkedHashMap<>()).putAll(fields);
        long count = times.merge(ref, 1L, Long::sum);
        return new RecordVersion(count);
    }

    boolean isSynthetic(RecordRef ref) {
        return created.contains(ref);
    }

    /** The record as it would stand there now. */
    VendorRecord over(VendorRecord real) {
        Map<FieldName, FieldValue> fields = written.get(real.ref());
        if (fields == null) {
            return real;
        }
        Map<FieldName, FieldValue> all = new LinkedHashMap<>(real.fields());
        all.replaceAll((field, value) -> fields.getOrDefault(field, value));
        return new VendorRecord(
                real.ref(),
                new RecordVersion(real.version().value() + times.getOrDefault(real.ref(), 0L)),
                clock.instant(),
                all,
                real.fieldTimes(),
                real.associations(),
                real.retired());
    }

    Optional<VendorRecord> synthetic(Projection what, RecordRef ref) {
        if (!created.contains(ref)) {
            return Optional.empty();
        }
        Map<FieldName, FieldValue> fields = new LinkedHashMap<>(written.getOrDefault(ref, Map.of()));
        fields.keySet().retainAll(what.fields());
        return Optional.of(new VendorRecord(
                ref,
                new RecordVersion(times.getOrDefault(ref, 1L)),
                clock.instant(),
                fields,
                Map.of(),
                List.of(),
                Optional.empty()));
    }

    List<VendorRecord> synthetic(Projection what) {
        return created.stream()
                .filter(ref -> ref.type().equals(what.type()))
                .flatMap(ref -> synthetic(what, ref).stream())
                .toList();
    }
}
