package io.leadloop.mapping;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.language.Location;
import io.leadloop.spi.Association;
import io.leadloop.spi.VendorRecord;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A tie from a record to another one of the same connection; of several ways the first that is filled counts. */
public record Reference(String name, ObjectType from, List<Way> ways, Location where) {

    public Reference {
        ways = List.copyOf(ways);
    }

    /** Either a field that holds the id, or the vendor's association. */
    public record Way(Optional<FieldName> field, ObjectType to) {}

    Optional<RecordRef> of(VendorRecord record) {
        return ways.stream().flatMap(way -> follow(way, record).stream()).findFirst();
    }

    private static Optional<RecordRef> follow(Way way, VendorRecord record) {
        if (way.field().isPresent()) {
            FieldValue id = record.value(way.field().get());
            return id.isBlank()
                    ? Optional.empty()
                    : Optional.of(new RecordRef(record.ref().connection(), way.to(), id.text()));
        }
        return record.associations().stream()
                .filter(association -> association.to().type().equals(way.to()))
                .min(Comparator.comparing((Association association) -> !isPrimary(association))
                        .thenComparing(Association::to))
                .map(Association::to);
    }

    private static boolean isPrimary(Association association) {
        return association.label().toLowerCase(Locale.ROOT).contains("primary");
    }
}
