package io.leadloop.salesforce.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What an admin has chosen since the installation and an upgrade must not undo: which reasons are offered, the rule and the
 * word for accepted. A describe call shows only what is offered, so a reason that a newer package brings stays unoffered.
 */
final class Choices {

    private static final String REASONS = "globalValueSets/LeadLoop_Reason.globalValueSet-meta.xml";
    private static final String LABELS = "labels/CustomLabels.labels-meta.xml";
    private static final Set<String> ALWAYS = Set.of("S-EXPIRED", "S-NOREASON");
    private static final String RULES = "SELECT EntityDefinition.QualifiedApiName, ValidationName FROM ValidationRule"
            + " WHERE ValidationName = 'LeadLoop_Require_Reason'";
    private static final String WORDS = "SELECT Name FROM ExternalString WHERE Name = 'LeadLoop_Accept_Status'";

    private final OrgView org;
    private final List<String> notes = new ArrayList<>();

    Choices(OrgView org) {
        this.org = org;
    }

    /** The package without what is theirs by now. */
    SourceTree keep(SourceTree tree) {
        return words(rules(reasons(tree)));
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    private SourceTree reasons(SourceTree tree) {
        Optional<OrgField> field = org.fields(PackageVersion.OBJECT)
                .flatMap(fields -> Optional.ofNullable(fields.get(Adopted.OURS)))
                .filter(found -> !found.offered().isEmpty());
        if (field.isEmpty() || !tree.files().containsKey(REASONS)) {
            return tree;
        }
        Set<String> offered = field.get().offered();
        XmlNode root = new PackageSource(tree)
                .file(PartKind.GLOBAL_VALUE_SET, "LeadLoop_Reason")
                .orElseThrow()
                .root();
        List<XmlNode> children = root.children().stream()
                .map(child -> {
                    String name = child.get("fullName");
                    boolean chosen = child.name().equals("customValue") && !ALWAYS.contains(name);
                    return chosen ? active(child, offered.contains(name)) : child;
                })
                .toList();
        return tree.with(REASONS, XmlText.write(root.with(children)));
    }

    private static XmlNode active(XmlNode value, boolean active) {
        if (value.first("isActive").isPresent()) {
            return value.set("isActive", Boolean.toString(active));
        }
        if (active) {
            return value;
        }
        List<XmlNode> children = new ArrayList<>(value.children());
        XmlNode name = value.children().get(0);
        children.add(new XmlNode("isActive", java.util.Map.of(), "false", name.line(), name.column(), List.of()));
        return value.with(children);
    }

    private SourceTree rules(SourceTree tree) {
        Optional<JsonNode> found = org.setUp(RULES);
        SourceTree kept = tree;
        for (String path : tree.paths("objects/", "validationRule-meta.xml")) {
            String object = path.split("/")[1];
            boolean there = found.isEmpty()
                    || found.get()
                            .valueStream()
                            .anyMatch(rule -> rule.path("EntityDefinition")
                                    .path("QualifiedApiName")
                                    .asString("")
                                    .equals(object));
            if (there) {
                kept = kept.without(path);
                notes.add("The rule LeadLoop Require Reason on " + object + " stays as it is in the org.");
            }
        }
        return kept;
    }

    private SourceTree words(SourceTree tree) {
        boolean there = org.setUp(WORDS).map(found -> !found.isEmpty()).orElse(true);
        if (there && tree.files().containsKey(LABELS)) {
            notes.add("The label LeadLoop Accept Status stays as it is in the org.");
            return tree.without(LABELS);
        }
        return tree;
    }
}
