package io.leadloop.spi;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.ObjectType;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.CRC32;

/**
 * What to read of one object type.
 *
 * @param fields the vendor fields, sorted, without repeats
 * @param associations object types whose associated records are wanted, sorted
 */
public record Projection(ObjectType type, List<FieldName> fields, List<ObjectType> associations) {

    public Projection {
        fields = List.copyOf(new TreeSet<>(fields));
        associations = List.copyOf(new TreeSet<>(associations));
    }

    public static Projection of(ObjectType type, Collection<FieldName> fields) {
        return new Projection(type, List.copyOf(fields), List.of());
    }

    /** Changes when the fields change; a cursor of another hash is foreign. */
    public String hash() {
        CRC32 crc = new CRC32();
        crc.update((type + "|" + fields + "|" + associations).getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }
}
