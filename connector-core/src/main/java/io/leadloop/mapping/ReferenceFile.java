package io.leadloop.mapping;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.ObjectType;
import io.leadloop.language.Problems;
import io.leadloop.language.YamlNode;
import io.leadloop.language.YamlTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code references}: name, object type, then fields with the type that their ids belong to. */
final class ReferenceFile {

    private static final String ASSOCIATION = "association";

    private final List<String> targets;
    private final Problems problems;

    ReferenceFile(List<ObjectType> targets, Problems problems) {
        this.targets = targets.stream().map(ObjectType::value).toList();
        this.problems = problems;
    }

    List<Reference> read(YamlTable references) {
        List<Reference> read = new ArrayList<>();
        for (YamlTable.Entry reference : references.entries()) {
            YamlTable byTarget = references.table(reference.key(), problems);
            byTarget.allow(targets, problems);
            for (YamlTable.Entry target : byTarget.entries()) {
                List<Reference.Way> ways = new ArrayList<>();
                for (YamlTable.Entry way :
                        byTarget.table(target.key(), problems).entries()) {
                    way(way).ifPresent(ways::add);
                }
                read.add(new Reference(reference.key(), new ObjectType(target.key()), ways, reference.where()));
            }
        }
        return read;
    }

    private Optional<Reference.Way> way(YamlTable.Entry way) {
        if (way.value() instanceof YamlNode.Scalar type && !type.text().isEmpty()) {
            Optional<FieldName> field =
                    way.key().equals(ASSOCIATION) ? Optional.empty() : Optional.of(new FieldName(way.key()));
            return Optional.of(new Reference.Way(field, new ObjectType(type.text())));
        }
        problems.add(
                "'" + way.key() + "' does not say what its id belongs to",
                way.where(),
                "Write '{ " + way.key() + ": ObjectType }'");
        return Optional.empty();
    }
}
