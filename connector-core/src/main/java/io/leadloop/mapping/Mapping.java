package io.leadloop.mapping;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.Kind;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.Role;
import io.leadloop.canonical.SystemId;
import io.leadloop.canonical.View;
import io.leadloop.language.Condition;
import io.leadloop.language.Location;
import io.leadloop.spi.Projection;
import io.leadloop.spi.VendorRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How one kind of thing looks at one vendor. Immutable; may be used by several threads.
 *
 * @param part empty for the mapping of the kind itself; a name for a part of it, such as {@code contact-role}
 * @param role the role whose raw fields its expressions may name
 * @param targets the vendor's object types, the first choice first
 * @param match ways to find a counterpart, the first choice first: {@code link}, {@code key} or a canonical field
 * @param convertedFlags where the vendor says by a field that a record was converted
 * @param asked fields that an expression outside of the mapping names, such as {@code marketing.hs_lead_score}
 * @param canBeCreated empty: nothing is ever created here
 */
public record Mapping(
        String name,
        int revision,
        String description,
        SystemId system,
        Role role,
        Kind kind,
        Optional<String> part,
        List<ObjectType> targets,
        List<String> match,
        Map<ObjectType, FieldName> convertedFlags,
        Optional<CreateFilter> canBeCreated,
        Condition staysInSync,
        FirstSight onFirstSight,
        List<Row> rows,
        List<Reference> references,
        List<TouchRule> touchpoints,
        List<MappingCase> cases,
        Set<String> asked,
        Location where) {

    public Mapping {
        targets = List.copyOf(targets);
        match = List.copyOf(match);
        convertedFlags = Map.copyOf(convertedFlags);
        rows = List.copyOf(rows);
        references = List.copyOf(references);
        touchpoints = List.copyOf(touchpoints);
        cases = List.copyOf(cases);
        asked = Set.copyOf(asked);
    }

    /** The fields and associations to read of one of the targets; fields that are only written are read too. */
    public Projection projection(ObjectType target) {
        return MappingProjection.of(this, target);
    }

    /** Vendor fields that no row maps but an expression names; of the first target alone those that are named outside. */
    public Set<FieldName> raw(ObjectType target) {
        return MappingProjection.raw(this, target);
    }

    /** The same, with what a rule outside of the mappings names. */
    Mapping asked(Set<String> names) {
        return new Mapping(
                name,
                revision,
                description,
                system,
                role,
                kind,
                part,
                targets,
                match,
                convertedFlags,
                canBeCreated,
                staysInSync,
                onFirstSight,
                rows,
                references,
                touchpoints,
                cases,
                names,
                where);
    }

    /** In canonical words; a field that the record does not carry is absent. */
    public Reading read(VendorRecord record) {
        return new VendorReading(this, record).read();
    }

    /**
     * What would stand in the vendor's fields, sorted by field. Only rows that write and that exist on the target; a
     * canonical field that is absent from the view is absent here, a blank one is blank, unless the row has a default.
     */
    public Map<FieldName, Writing> write(View view, ObjectType target) {
        return new VendorWriting(this, target).write(view);
    }

    /** What a vendor's text in this field means, whatever the row's direction; empty if that cannot be told. */
    public Optional<FieldValue> meaning(ObjectType target, FieldName field, FieldValue vendor) {
        for (Row row : rows) {
            Target at = row.targets().get(target);
            if (at != null && at.field().equals(field) && row.expression().isEmpty()) {
                Optional<FieldValue> meaning = CellReading.of(row, at, vendor).value();
                if (meaning.isPresent()) {
                    return meaning;
                }
            }
        }
        return Optional.empty();
    }

    /** The row that is written by the vendor's own consent call instead of as a field, if there is one. */
    public Optional<Row> consentRow() {
        return rows.stream().filter(Row::consentCall).findFirst();
    }

    /** Where this canonical field stands on the target, those that are read first. */
    public Optional<FieldName> field(ObjectType target, String canonical) {
        List<Target> all = rows.stream()
                .filter(row -> row.canonical().equals(canonical))
                .flatMap(row -> row.on(target).stream())
                .toList();
        return all.stream()
                .filter(at -> at.direction().reads())
                .findFirst()
                .or(() -> all.stream().findFirst())
                .map(Target::field);
    }
}
