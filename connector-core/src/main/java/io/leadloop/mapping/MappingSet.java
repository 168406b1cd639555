package io.leadloop.mapping;

import io.leadloop.canonical.Kind;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.SystemId;
import io.leadloop.language.Expressions;
import io.leadloop.language.Names;
import io.leadloop.language.Source;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All mappings of a folder, checked together. Immutable; may be used by several threads. */
public final class MappingSet {

    private final String revision;
    private final Map<Kind, Map<String, CanonicalField>> fields;
    private final List<Mapping> mappings;
    private final Map<String, ValueTable> values;
    private final Names names;

    MappingSet(
            String revision,
            Map<Kind, Map<String, CanonicalField>> fields,
            List<Mapping> mappings,
            Map<String, ValueTable> values,
            Names names) {
        this.revision = revision;
        this.fields = Map.copyOf(fields);
        this.mappings = List.copyOf(mappings);
        this.values = Map.copyOf(values);
        this.names = names;
    }

    /** @throws io.leadloop.language.InvalidFiles with all problems of all files */
    public static MappingSet compile(Source source) {
        return new SetCompiler(source).compile();
    }

    /** The same for the same files, whatever their order: 12 hexadecimal digits. */
    public String revision() {
        return revision;
    }

    /** By {@code kind.field}: a hash of all that the files say about the field. */
    public Map<String, String> prints() {
        return FieldPrints.of(this);
    }

    /** The canonical fields of a kind by name, in the order of the file; empty if there is no file. */
    public Map<String, CanonicalField> fields(Kind kind) {
        return fields.getOrDefault(kind, Map.of());
    }

    /** The mapping of the kind itself, not of a part of it. */
    public Optional<Mapping> mapping(SystemId system, Kind kind) {
        return mappings.stream()
                .filter(mapping -> mapping.system().equals(system)
                        && mapping.kind() == kind
                        && mapping.part().isEmpty())
                .findFirst();
    }

    /** The one mapping that has this object type among its targets, parts included. */
    public Optional<Mapping> mapping(SystemId system, ObjectType target) {
        return mappings.stream()
                .filter(mapping ->
                        mapping.system().equals(system) && mapping.targets().contains(target))
                .findFirst();
    }

    /** By file name. */
    public List<Mapping> mappings() {
        return mappings;
    }

    public Optional<ValueTable> values(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** By name. */
    public List<ValueTable> valueTables() {
        return values.values().stream()
                .sorted(Comparator.comparing(ValueTable::name))
                .toList();
    }

    /** The same, reading also what a rule about people names, such as {@code marketing.hs_lead_score}. */
    public MappingSet reading(Set<String> asked) {
        List<Mapping> all = mappings.stream()
                .map(mapping ->
                        mapping.kind() == Kind.PERSON && mapping.part().isEmpty() ? mapping.asked(asked) : mapping)
                .toList();
        return new MappingSet(revision, fields, all, values, names);
    }

    /** What an expression outside of the mappings may name: every canonical field, and the raw fields of both roles. */
    public Names names() {
        return names;
    }

    /** Compiles further expressions, such as a delegated rule, against {@link #names()}. */
    public Expressions expressions() {
        return new Expressions(names);
    }
}
