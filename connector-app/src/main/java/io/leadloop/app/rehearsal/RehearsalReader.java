package io.leadloop.app.rehearsal;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.RecordRef;
import io.leadloop.spi.Projection;
import io.leadloop.spi.RecordReader;
import io.leadloop.spi.VendorRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the vendor, with what was pretended on top of it. */
final class RehearsalReader implements RecordReader {

    private final RecordReader real;
    private final Rehearsal rehearsal;

    RehearsalReader(RecordReader real, Rehearsal rehearsal) {
        this.real = real;
        this.rehearsal = rehearsal;
    }

    @Override
    public List<VendorRecord> read(Projection what, Collection<RecordRef> refs) {
        List<VendorRecord> records = new ArrayList<>();
        List<RecordRef> there =
                refs.stream().filter(ref -> !rehearsal.isSynthetic(ref)).toList();
        if (!there.isEmpty()) {
            real.read(what, there).forEach(record -> records.add(rehearsal.over(record)));
        }
        refs.forEach(ref -> rehearsal.synthetic(what, ref).ifPresent(records::add));
        return records;
    }

    @Override
    public Map<String, List<VendorRecord>> find(Projection what, FieldName key, Collection<String> values) {
        Map<String, List<VendorRecord>> found = new LinkedHashMap<>();
        real.find(what, key, values)
                .forEach((value, records) -> found.put(
                        value,
                        new ArrayList<>(records.stream().map(rehearsal::over).toList())));
        for (VendorRecord made : rehearsal.synthetic(what)) {
            for (String value : values) {
                if (made.value(key).text().equalsIgnoreCase(value)) {
                    found.computeIfAbsent(value, any -> new ArrayList<>()).add(made);
                }
            }
        }
        return found;
    }
}
