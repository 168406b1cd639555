package io.leadloop.salesforce.plugin;

import io.leadloop.spi.PartProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a component says about the places where it may stand; the WSDL leaves that open, Salesforce does not. */
final class TargetConfigCheck {

    private static final Map<String, Set<String>> ALLOWED = Map.of(
            "lightning__RecordPage", Set.of("objects", "supportedFormFactors", "property", "propertyType"),
            "lightning__AppPage", Set.of("supportedFormFactors", "property", "propertyType"),
            "lightning__HomePage", Set.of("supportedFormFactors", "property", "propertyType"),
            "lightning__RecordAction", Set.of("actionType"),
            "lightning__FlowScreen", Set.of("property", "objects", "propertyType"));
    private static final Set<String> FORM_FACTORS = Set.of("Large", "Small");
    private static final Set<String> ACTIONS = Set.of("ScreenAction", "Action");
    private static final Set<String> PAGE_TYPES = Set.of("String", "Integer", "Boolean", "Color", "ContentReference");
    private static final Set<String> FLOW_TYPES =
            Set.of("String", "Integer", "Boolean", "Date", "DateTime", "String[]", "Integer[]", "Boolean[]", "Date[]");

    private final List<PartProblem> problems = new ArrayList<>();

    List<PartProblem> of(PackageSource source) {
        source.files(PartKind.COMPONENT).forEach(this::component);
        return problems;
    }

    private void component(SourceFile file) {
        Set<String> targets = file.root().below("target").map(XmlNode::text).collect(Collectors.toSet());
        targets.stream()
                .filter(target -> !ALLOWED.containsKey(target))
                .forEach(target -> problem(
                        file, file.root(), "'" + target + "' is no place for a component", "Write one of " + names()));
        file.root().below("targetConfig").forEach(config -> {
            for (String target : config.attributes().getOrDefault("targets", "").split(",")) {
                if (!targets.contains(target)) {
                    problem(
                            file,
                            config,
                            "The settings for '" + target + "' have no such target",
                            "Add <target>" + target + "</target>, or take the settings out");
                } else {
                    settings(file, config, target);
                }
            }
        });
    }

    private void settings(SourceFile file, XmlNode config, String target) {
        Set<String> allowed = ALLOWED.getOrDefault(target, Set.of());
        for (XmlNode setting : config.children()) {
            if (!allowed.contains(setting.name())) {
                problem(file, setting, "'" + setting.name() + "' is unknown for " + target, "Take it out");
            }
        }
        config.below("supportedFormFactor")
                .forEach(each -> word(file, each, each.attributes().getOrDefault("type", ""), FORM_FACTORS));
        config.below("actionType").forEach(each -> word(file, each, each.text(), ACTIONS));
        Set<String> types = target.equals("lightning__FlowScreen") ? FLOW_TYPES : PAGE_TYPES;
        config.below("property").forEach(each -> {
            String type = each.attributes().getOrDefault("type", "");
            if (!type.startsWith("@salesforce/schema/")) {
                word(file, each, type, types);
            }
        });
    }

    private void word(SourceFile file, XmlNode node, String found, Set<String> allowed) {
        if (!allowed.contains(found)) {
            problem(
                    file,
                    node,
                    "'" + found + "' is no " + node.name() + " that Salesforce knows",
                    "Write one of: " + allowed.stream().sorted().collect(Collectors.joining(", ")));
        }
    }

    private static String names() {
        return ALLOWED.keySet().stream().sorted().collect(Collectors.joining(", "));
    }

    private void problem(SourceFile file, XmlNode node, String what, String fix) {
        problems.add(new PartProblem(file.at(node), what, fix));
    }
}
