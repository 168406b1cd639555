package io.leadloop.salesforce.plugin;

import io.leadloop.spi.PartProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Holds each file against what the metadata API knows: elements, how often, words, numbers, and what a kind needs. */
final class SchemaCheck {

    private static final Map<PartKind, List<String>> NEEDED = Map.of(
            PartKind.FIELD, List.of("fullName", "label", "type"),
            PartKind.OBJECT, List.of("label", "pluralLabel", "nameField", "sharingModel", "deploymentStatus"),
            PartKind.VALIDATION_RULE, List.of("fullName", "active", "errorConditionFormula", "errorMessage"),
            PartKind.LIST_VIEW, List.of("fullName", "filterScope", "label"),
            PartKind.COMPONENT, List.of("apiVersion", "isExposed"));

    private static final Map<String, List<String>> NEEDED_BY_TYPE = Map.of(
            "Text", List.of("length"),
            "LongTextArea", List.of("length", "visibleLines"),
            "Number", List.of("precision", "scale"),
            "Currency", List.of("precision", "scale"),
            "Percent", List.of("precision", "scale"),
            "Lookup", List.of("referenceTo", "relationshipName"),
            "Picklist", List.of("valueSet"));

    private final MetadataTable table;
    private final List<PartProblem> problems = new ArrayList<>();

    SchemaCheck(MetadataTable table) {
        this.table = table;
    }

    List<PartProblem> of(PackageSource source) {
        source.files().forEach(this::file);
        return problems;
    }

    private void file(SourceFile file) {
        String type = rootType(file);
        if (!file.root().name().equals(type)) {
            problem(
                    file,
                    file.root(),
                    "The root is '" + file.root().name() + "', and a file here begins with '" + type + "'",
                    "Correct the root element and its namespace " + XmlText.NAMESPACE);
            return;
        }
        element(file, file.root(), type);
        for (String needed : NEEDED.getOrDefault(file.kind(), List.of())) {
            need(file, needed);
        }
        if (file.kind() == PartKind.FIELD) {
            NEEDED_BY_TYPE.getOrDefault(file.root().get("type"), List.of()).forEach(needed -> need(file, needed));
        }
        file.root()
                .first("fullName")
                .filter(name -> !name.text().equals(file.simpleName()))
                .ifPresent(name -> problem(
                        file,
                        name,
                        "fullName is '" + name.text() + "', and the file is called " + file.simpleName(),
                        "Give both the same name"));
    }

    private static String rootType(SourceFile file) {
        if (file.kind() == PartKind.LABEL) {
            return "CustomLabels";
        }
        boolean folder = file.path().endsWith("Folder-meta.xml");
        return folder ? file.kind().type() + "Folder" : file.kind().type();
    }

    private void need(SourceFile file, String element) {
        if (file.root().first(element).isEmpty()) {
            problem(file, file.root(), "'" + element + "' is missing", "Add <" + element + ">");
        }
    }

    private void element(SourceFile file, XmlNode node, String type) {
        Map<String, MetadataTable.Element> known = table.type(type).orElse(Map.of());
        Map<String, Integer> often = new TreeMap<>();
        for (XmlNode child : node.children()) {
            MetadataTable.Element allowed = known.get(child.name());
            if (allowed == null) {
                problem(
                        file,
                        child,
                        "'" + child.name() + "' is unknown in " + type,
                        "Take it out, or write it as the metadata API has it" + near(child.name(), known));
                continue;
            }
            if (often.merge(child.name(), 1, Integer::sum) == 2 && !allowed.repeated()) {
                problem(file, child, "'" + child.name() + "' stands twice in " + type, "Keep one of them");
            }
            value(file, child, allowed.type());
        }
        known.forEach((name, allowed) -> {
            if (allowed.required() && !often.containsKey(name)) {
                problem(file, node, "'" + name + "' is missing in " + type, "Add <" + name + ">");
            }
        });
    }

    private void value(SourceFile file, XmlNode node, String type) {
        if (table.type(type).isPresent()) {
            element(file, node, type);
            return;
        }
        table.words(type)
                .filter(words -> !words.contains(node.text()))
                .ifPresent(words -> problem(
                        file,
                        node,
                        "'" + node.text() + "' is no " + type,
                        words.size() > 12
                                ? "Write one of its " + words.size() + " words"
                                : "Write one of: " + String.join(", ", new TreeSet<>(words))));
        String form = switch (type) {
            case "boolean" -> "true|false";
            case "int" -> "-?\\d{1,9}";
            case "double" -> "-?\\d{1,15}(\\.\\d{1,15})?";
            default -> "(?s).*";
        };
        if (!node.text().matches(form)) {
            problem(file, node, "'" + node.text() + "' is no " + type, "Write a value of that type");
        }
    }

    private static String near(String name, Map<String, MetadataTable.Element> known) {
        return known.keySet().stream()
                .filter(each -> each.equalsIgnoreCase(name) || each.startsWith(name) || name.startsWith(each))
                .findFirst()
                .map(each -> ": '" + each + "'")
                .orElse("");
    }

    private void problem(SourceFile file, XmlNode node, String what, String fix) {
        problems.add(new PartProblem(file.at(node), what, fix));
    }
}
