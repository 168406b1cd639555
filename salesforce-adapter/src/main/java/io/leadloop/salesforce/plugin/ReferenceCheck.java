package io.leadloop.salesforce.plugin;

import io.leadloop.spi.PartProblem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What one file names, another one must be. The vendor says so only at the deployment, and one at a time. */
final class ReferenceCheck {

    private static final Pattern SCHEMA = Pattern.compile("@salesforce/schema/(\\w+)\\.(\\w+__c)\\b");
    private static final Pattern LABEL = Pattern.compile("@salesforce/label/c\\.(\\w+)");
    private static final Pattern MODULE = Pattern.compile("from 'c/(\\w+)'");
    private static final Pattern FORMULA_FIELD = Pattern.compile("\\b(\\w+__c)\\b");
    private static final Pattern FORMULA_RIGHT = Pattern.compile("\\$Permission\\.(\\w+)");
    private static final Pattern FLOW_URL = Pattern.compile("/flow/(\\w+)");

    private final PackageSource source;
    private final Set<String> theirs;
    private final List<PartProblem> problems = new ArrayList<>();

    /** @param theirs fields of the org that were adopted, as {@code Lead.Rejected_Reason__c} */
    ReferenceCheck(PackageSource source, Set<String> theirs) {
        this.source = source;
        this.theirs = theirs;
    }

    List<PartProblem> problems() {
        for (SourceFile file : source.files()) {
            switch (file.kind()) {
                case FIELD -> field(file);
                case PERMISSION_SET -> rights(file);
                case VALIDATION_RULE -> rule(file);
                case LIST_VIEW -> columns(file, file.object(), "columns");
                case LAYOUT -> columns(file, file.simpleName().replaceFirst("-.*", ""), "field");
                case REPORT_TYPE -> reportType(file);
                case QUICK_ACTION ->
                    named(file, file.root().below("lightningWebComponent").toList(), PartKind.COMPONENT, "");
                case FLOW -> named(file, file.root().below("extensionName").toList(), PartKind.COMPONENT, "c:");
                case TAB -> object(file, file.root(), file.simpleName());
                case REPORT -> report(file);
                case DASHBOARD -> named(file, file.root().below("report").toList(), PartKind.REPORT, "");
                case WEB_LINK -> button(file);
                case OBJECT, GLOBAL_VALUE_SET, CUSTOM_PERMISSION, LABEL, COMPONENT -> {}
            }
        }
        source.tree().paths("lwc/", ".js").forEach(this::script);
        return problems;
    }

    private void field(SourceFile file) {
        file.root()
                .below("valueSetName")
                .filter(name ->
                        source.file(PartKind.GLOBAL_VALUE_SET, name.text()).isEmpty())
                .forEach(name -> missing(file, name, "global value set " + name.text()));
        file.root().first("referenceTo").ifPresent(to -> object(file, to, to.text()));
    }

    private void rights(SourceFile file) {
        file.root().all("fieldPermissions").forEach(right -> {
            String field = right.get("field");
            if (!known(field)) {
                missing(file, right, "field " + field);
            }
            if (right.is("editable") && !right.is("readable")) {
                problem(file, right, "Who edits " + field + " must read it", "Set <readable> to true");
            }
            source.file(PartKind.FIELD, field)
                    .filter(found -> found.root().is("required"))
                    .ifPresent(found -> problem(
                            file, right, "Rights on the required field " + field + " are refused", "Take them out"));
        });
        file.root().all("objectPermissions").forEach(right -> {
            object(file, right, right.get("object"));
            boolean more = right.is("allowCreate") || right.is("allowEdit") || right.is("viewAllRecords");
            if (more && !right.is("allowRead")) {
                problem(
                        file,
                        right,
                        "Rights on " + right.get("object") + " need the right to read",
                        "Set <allowRead> to true");
            }
        });
        file.root().all("customPermissions").forEach(right -> {
            if (source.file(PartKind.CUSTOM_PERMISSION, right.get("name")).isEmpty()) {
                missing(file, right, "custom permission " + right.get("name"));
            }
        });
        file.root().all("tabSettings").forEach(tab -> {
            if (tab.get("tab").endsWith("__c")
                    && source.file(PartKind.TAB, tab.get("tab")).isEmpty()) {
                missing(file, tab, "tab " + tab.get("tab"));
            }
        });
    }

    private void rule(SourceFile file) {
        XmlNode formula = file.root().first("errorConditionFormula").orElse(file.root());
        FORMULA_FIELD
                .matcher(formula.text())
                .results()
                .map(hit -> hit.group(1))
                .distinct()
                .forEach(name -> {
                    if (!known(file.object() + "." + name)) {
                        missing(file, formula, "field " + file.object() + "." + name);
                    }
                });
        FORMULA_RIGHT
                .matcher(formula.text())
                .results()
                .map(hit -> hit.group(1))
                .distinct()
                .forEach(name -> {
                    if (source.file(PartKind.CUSTOM_PERMISSION, name).isEmpty()) {
                        missing(file, formula, "custom permission " + name);
                    }
                });
        columns(file, file.object(), "errorDisplayField");
    }

    private void columns(SourceFile file, String object, String element) {
        file.root()
                .below(element)
                .filter(name -> name.text().endsWith("__c") && !known(object + "." + name.text()))
                .forEach(name -> missing(file, name, "field " + object + "." + name.text()));
    }

    private void reportType(SourceFile file) {
        file.root().first("baseObject").ifPresent(base -> object(file, base, base.text()));
        file.root().below("columns").forEach(column -> {
            String field = column.get("field");
            String object = column.get("table");
            String path = field.contains(".") ? field.substring(0, field.indexOf('.')) : field;
            if (path.endsWith("__c") && !known(object + "." + path)) {
                missing(file, column, "field " + object + "." + path);
            }
        });
    }

    private void report(SourceFile file) {
        file.root()
                .first("reportType")
                .filter(type -> type.text().endsWith("__c")
                        && source.file(PartKind.REPORT_TYPE, type.text().replaceFirst("__c$", ""))
                                .isEmpty())
                .ifPresent(type -> missing(file, type, "report type " + type.text()));
    }

    private void button(SourceFile file) {
        file.root().first("url").ifPresent(url -> {
            Matcher flow = FLOW_URL.matcher(url.text());
            if (flow.find() && source.file(PartKind.FLOW, flow.group(1)).isEmpty()) {
                missing(file, url, "flow " + flow.group(1));
            }
        });
    }

    private void named(SourceFile file, List<XmlNode> names, PartKind kind, String prefix) {
        for (XmlNode name : names) {
            String simple = name.text().replaceFirst("^" + prefix, "");
            if (source.file(kind, simple).isEmpty()) {
                missing(file, name, kind.folder() + " " + simple);
            }
        }
    }

    private void object(SourceFile file, XmlNode at, String name) {
        if (name.endsWith("__c") && source.file(PartKind.OBJECT, name).isEmpty()) {
            missing(file, at, "object " + name);
        }
    }

    private void script(String path) {
        String text = new String(source.tree().files().getOrDefault(path, new byte[0]), StandardCharsets.UTF_8);
        Map<Pattern, PartKind> kinds = Map.of(MODULE, PartKind.COMPONENT);
        Set<String> lacking = new TreeSet<>();
        SCHEMA.matcher(text)
                .results()
                .map(hit -> hit.group(1) + "." + hit.group(2))
                .filter(name -> !known(name))
                .forEach(name -> lacking.add("field " + name));
        LABEL.matcher(text)
                .results()
                .map(hit -> hit.group(1))
                .filter(name -> source.parts().stream()
                        .noneMatch(part ->
                                part.kind().equals("labels") && part.name().equals(name)))
                .forEach(name -> lacking.add("label " + name));
        kinds.forEach((pattern, kind) -> pattern.matcher(text)
                .results()
                .map(hit -> hit.group(1))
                .filter(name -> source.file(kind, name).isEmpty())
                .forEach(name -> lacking.add("component " + name)));
        lacking.forEach(what -> problems.add(absent(path, what)));
    }

    private boolean known(String field) {
        return !field.endsWith("__c")
                || theirs.contains(field)
                || source.file(PartKind.FIELD, field).isPresent();
    }

    private void missing(SourceFile file, XmlNode node, String what) {
        problems.add(absent(file.at(node), what));
    }

    private static PartProblem absent(String where, String what) {
        return new PartProblem(
                where, "The " + what + " is named, and is not in the package", "Add it, or name another one");
    }

    private void problem(SourceFile file, XmlNode node, String what, String fix) {
        problems.add(new PartProblem(file.at(node), what, fix));
    }
}
