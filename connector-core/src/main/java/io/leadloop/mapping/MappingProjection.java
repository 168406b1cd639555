package io.leadloop.mapping;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.ObjectType;
import io.leadloop.language.Condition;
import io.leadloop.spi.Projection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Collects what a mapping needs to read of one object type. */
final class MappingProjection {

    private MappingProjection() {}

    static Projection of(Mapping mapping, ObjectType target) {
        Set<FieldName> fields = new TreeSet<>(raw(mapping, target));
        Set<ObjectType> associations = new TreeSet<>();
        mapping.rows().forEach(row -> row.on(target).ifPresent(at -> fields.add(at.field())));
        for (TouchRule touch : mapping.touchpoints()) {
            if (touch.target().equals(target)) {
                fields.add(touch.label());
                fields.add(touch.at());
                touch.channel().ifPresent(fields::add);
            }
        }
        for (Reference reference : mapping.references()) {
            if (reference.from().equals(target)) {
                for (Reference.Way way : reference.ways()) {
                    way.field().ifPresentOrElse(fields::add, () -> associations.add(way.to()));
                }
            }
        }
        if (mapping.convertedFlags().containsKey(target)) {
            fields.add(mapping.convertedFlags().get(target));
        }
        return new Projection(target, List.copyOf(fields), List.copyOf(associations));
    }

    static Set<FieldName> raw(Mapping mapping, ObjectType target) {
        Set<FieldName> fields = new TreeSet<>();
        mapping.rows()
                .forEach(row -> row.expression().ifPresent(expression -> addRaw(mapping, expression.reads(), fields)));
        mapping.canBeCreated()
                .map(CreateFilter::when)
                .map(Condition::reads)
                .ifPresent(names -> addRaw(mapping, names, fields));
        addRaw(mapping, mapping.staysInSync().reads(), fields);
        mapping.touchpoints().stream()
                .filter(touch -> touch.target().equals(target))
                .forEach(touch -> touch.when().ifPresent(when -> addRaw(mapping, when.reads(), fields)));
        if (target.equals(mapping.targets().get(0))) {
            addRaw(mapping, mapping.asked(), fields);
        }
        return fields;
    }

    private static void addRaw(Mapping mapping, Set<String> names, Set<FieldName> fields) {
        String prefix = mapping.role().word() + ".";
        names.stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> new FieldName(name.substring(prefix.length())))
                .forEach(fields::add);
    }
}
