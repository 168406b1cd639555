package io.leadloop.mapping;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.ObjectType;
import io.leadloop.language.Condition;
import io.leadloop.spi.Projection;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Collects what a mapping needs to read of one object type. */
final class MappingProjection {

    private MappingProjection() {}

    static Projection of(Mapping mapping, ObjectType target, Collection<FieldName> also) {
        Set<FieldName> fields = new TreeSet<>(also);
        Set<ObjectType> associations = new TreeSet<>();
        for (Row row : mapping.rows()) {
            row.on(target).ifPresent(at -> fields.add(at.field()));
            row.expression().ifPresent(expression -> addRaw(mapping, expression.reads(), fields));
        }
        mapping.canBeCreated()
                .map(CreateFilter::when)
                .map(Condition::reads)
                .ifPresent(names -> addRaw(mapping, names, fields));
        addRaw(mapping, mapping.staysInSync().reads(), fields);
        for (TouchRule touch : mapping.touchpoints()) {
            if (touch.target().equals(target)) {
                fields.add(touch.label());
                fields.add(touch.at());
                touch.channel().ifPresent(fields::add);
                touch.when().ifPresent(when -> addRaw(mapping, when.reads(), fields));
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

    private static void addRaw(Mapping mapping, Set<String> names, Set<FieldName> fields) {
        String prefix = mapping.role().word() + ".";
        names.stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> new FieldName(name.substring(prefix.length())))
                .forEach(fields::add);
    }
}
