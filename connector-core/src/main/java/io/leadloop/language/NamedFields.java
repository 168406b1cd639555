package io.leadloop.language;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import io.leadloop.canonical.FieldType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the fields that a parsed expression names; notes those that do not exist. */
final class NamedFields {

    private static final Set<String> TYPE_NAMES =
            Set.of("bool", "bytes", "double", "int", "list", "map", "null_type", "string", "type", "uint", "google");

    private final Names names;
    private final YamlNode.Scalar text;
    private final Problems problems;
    private boolean complete = true;

    NamedFields(Names names, YamlNode.Scalar text, Problems problems) {
        this.names = names;
        this.text = text;
        this.problems = problems;
    }

    /** Empty if one does not exist. */
    Optional<List<NamedField>> of(CelAbstractSyntaxTree tree) {
        Set<NamedField> fields = new LinkedHashSet<>();
        List<CelNavigableExpr> nodes =
                CelNavigableAst.fromAst(tree).getRoot().allNodes().toList();
        Set<String> local = localNames(nodes);
        for (CelNavigableExpr node : nodes) {
            if (node.getKind() == CelExpr.ExprKind.Kind.IDENT) {
                String name = node.expr().ident().name();
                if (!local.contains(name) && !TYPE_NAMES.contains(name)) {
                    field(tree, node, name).ifPresent(fields::add);
                }
            }
        }
        return complete ? Optional.of(new ArrayList<>(fields)) : Optional.empty();
    }

    private Optional<NamedField> field(CelAbstractSyntaxTree tree, CelNavigableExpr node, String name) {
        if (name.startsWith("has__")) {
            String[] parts = name.substring(5).split("__", 2);
            return declared(tree, node, parts[0], parts.length == 2 ? parts[1] : "");
        }
        Optional<CelNavigableExpr> parent = node.parent();
        if (names.things().contains(name)
                && parent.isPresent()
                && parent.get().getKind() == CelExpr.ExprKind.Kind.SELECT) {
            return declared(tree, node, name, parent.get().expr().select().field());
        }
        return declared(tree, node, "", name);
    }

    private Optional<NamedField> declared(
            CelAbstractSyntaxTree tree, CelNavigableExpr node, String thing, String field) {
        Optional<FieldType> type = names.type(thing, field);
        if (type.isPresent()) {
            return Optional.of(new NamedField(thing, field, type.get()));
        }
        complete = false;
        Set<String> known = new HashSet<>(names.fields(thing));
        if (thing.isEmpty()) {
            known.addAll(names.things());
        }
        String written = thing.isEmpty() ? field : thing + "." + field;
        problems.add(
                "The expression names '" + written + "', which does not exist",
                place(tree, node),
                Spelling.nearest(field, known)
                        .map(near -> "Write '" + (thing.isEmpty() ? near : thing + "." + near) + "'")
                        .orElse("Remove it, or declare the field in its canonical file"));
        return Optional.empty();
    }

    private Location place(CelAbstractSyntaxTree tree, CelNavigableExpr node) {
        Optional<CelSourceLocation> at = Optional.ofNullable(
                        tree.getSource().getPositionsMap().get(node.id()))
                .flatMap(offset -> tree.getSource().getOffsetLocation(offset));
        return at.map(location -> text.at(location.getLine(), location.getColumn()))
                .orElse(text.where());
    }

    private static Set<String> localNames(List<CelNavigableExpr> nodes) {
        Set<String> local = new HashSet<>();
        for (CelNavigableExpr node : nodes) {
            if (node.getKind() == CelExpr.ExprKind.Kind.COMPREHENSION) {
                local.add(node.expr().comprehension().iterVar());
                local.add(node.expr().comprehension().accuVar());
            }
        }
        return local;
    }
}
