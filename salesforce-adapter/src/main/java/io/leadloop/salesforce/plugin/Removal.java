package io.leadloop.salesforce.plugin;

import io.leadloop.spi.InstallReport;
import io.leadloop.spi.PartChange;
import io.leadloop.spi.PluginPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Takes the package out. Salesforce refuses where something of the org still names a part, and then nothing goes. */
final class Removal {

    private static final String FLOW = "LeadLoop_Reject_Selected";
    private static final String ASSIGNMENTS =
            "SELECT Id FROM PermissionSetAssignment WHERE PermissionSet.Name IN ('LeadLoop_Bypass',"
                    + " 'LeadLoop_Integration', 'LeadLoop_Manager', 'LeadLoop_Rep')";
    private static final int AT_ONCE = 200;

    private final PackageSource source;
    private final OrgView org;
    private final SalesforceRest rest;
    private final Deploying deploying;

    Removal(PackageSource source, OrgView org, SalesforceRest rest, Deploying deploying) {
        this.source = source;
        this.org = org;
        this.rest = rest;
        this.deploying = deploying;
    }

    InstallReport run(boolean checkOnly, Consumer<String> progress) {
        List<String> assigned = new ArrayList<>();
        org.rows(ASSIGNMENTS, row -> assigned.add(row.path("Id").asString("")));
        Map<String, TreeSet<String>> members = members();
        TreeSet<String> sets = members.getOrDefault("PermissionSet", new TreeSet<>());
        if (!assigned.isEmpty()) {
            members.remove("PermissionSet");
        }
        Deployment checked = deploying.run(zip(members), true, step -> {});
        if (!checked.good()) {
            return new InstallReport(true, List.of(), checked.reasons(), List.of());
        }
        if (checkOnly) {
            List<PartChange> changes = new ArrayList<>(checked.changes());
            if (!assigned.isEmpty()) {
                sets.forEach(set ->
                        changes.add(new PartChange(new PluginPart("permissionsets", set), PartChange.Effect.REMOVED)));
            }
            return new InstallReport(true, changes, List.of(), notes(assigned.size()));
        }
        take(assigned);
        members.put("PermissionSet", sets);
        Deployment done = deploying.run(zip(members), false, progress);
        return new InstallReport(true, done.changes(), done.reasons(), notes(assigned.size()));
    }

    private static List<String> notes(int assigned) {
        List<String> notes = new ArrayList<>();
        if (assigned > 0) {
            notes.add("The permission sets are taken from users first: " + assigned + " assignments.");
        }
        notes.add("Salesforce keeps deleted fields and objects for some days under Setup, Deleted Fields.");
        return notes;
    }

    private void take(List<String> assigned) {
        for (int from = 0; from < assigned.size(); from += AT_ONCE) {
            List<String> some = assigned.subList(from, Math.min(assigned.size(), from + AT_ONCE));
            rest.delete("/composite/sobjects?allOrNone=true&ids=" + String.join(",", some));
        }
    }

    /** A flow goes only once it is inactive, and version by version. */
    private PackageZip zip(Map<String, TreeSet<String>> members) {
        Map<String, TreeSet<String>> gone = new TreeMap<>(members);
        Set<String> versions = org.setUp(
                        "SELECT VersionNumber FROM Flow WHERE Definition.DeveloperName = '" + FLOW + "'")
                .map(found -> found.valueStream()
                        .map(version ->
                                FLOW + "-" + version.path("VersionNumber").asInt(1))
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
        gone.remove("Flow");
        if (versions.isEmpty()) {
            return PackageZip.removing(Map.of(), gone);
        }
        gone.put("Flow", new TreeSet<>(versions));
        return PackageZip.removing(Map.of("FlowDefinition", new TreeSet<>(Set.of(FLOW))), gone)
                .also(
                        "flowDefinitions/" + FLOW + ".flowDefinition",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<FlowDefinition xmlns=\"" + XmlText.NAMESPACE
                                + "\"><activeVersionNumber>0</activeVersionNumber></FlowDefinition>\n");
    }

    /** What belongs to an object of ours goes with it. */
    private Map<String, TreeSet<String>> members() {
        Map<String, TreeSet<String>> members = PackageZip.members(source);
        Set<String> objects = members.getOrDefault("CustomObject", new TreeSet<>());
        for (String object : objects) {
            for (String kind : List.of("CustomField", "ListView", "ValidationRule", "WebLink")) {
                members.getOrDefault(kind, new TreeSet<>()).removeIf(name -> name.startsWith(object + "."));
            }
            members.getOrDefault("Layout", new TreeSet<>()).removeIf(name -> name.startsWith(object + "-"));
        }
        members.values().removeIf(TreeSet::isEmpty);
        return members;
    }
}
