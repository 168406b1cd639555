package io.leadloop.salesforce.plugin;

import io.leadloop.spi.PartProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** In what a field of the org differs from ours so that something breaks: type, length, key, values, the right to write. */
final class FieldDrift {

    private static final Map<String, String> DESCRIBED = Map.of(
            "Text", "string",
            "LongTextArea", "textarea",
            "Lookup", "reference",
            "Number", "double",
            "Picklist", "picklist",
            "DateTime", "datetime",
            "Date", "date",
            "Currency", "currency",
            "Percent", "percent");

    /** Written by LeadLoop itself; of the others an admin chooses which are offered. */
    private static final Set<String> NEEDED_REASONS = Set.of("S-EXPIRED", "S-NOREASON");

    private static final String AGAIN = "Run 'leadloop install salesforce' again";

    private final PackageSource source;

    FieldDrift(PackageSource source) {
        this.source = source;
    }

    List<PartProblem> of(SourceFile file, OrgField field) {
        List<PartProblem> drift = new ArrayList<>();
        XmlNode ours = file.root();
        String where = file.part().toString();
        String type = DESCRIBED.getOrDefault(ours.get("type"), "");
        if (!type.equals(field.type())) {
            drift.add(new PartProblem(
                    where,
                    "It is of type " + field.type() + ", and LeadLoop needs " + type,
                    "Rename or delete that field, then run 'leadloop install salesforce'"));
            return drift;
        }
        if (ours.get("length").matches("\\d+") && field.length() < Integer.parseInt(ours.get("length"))) {
            drift.add(new PartProblem(
                    where,
                    "It holds " + field.length() + " characters, and LeadLoop writes up to " + ours.get("length"),
                    AGAIN));
        }
        if (ours.is("unique") && !field.unique()) {
            drift.add(new PartProblem(where, "It is not unique any more, and it is our key", AGAIN));
        }
        if (!field.writable()) {
            drift.add(new PartProblem(
                    where,
                    "The user that LeadLoop logs in as may not edit it",
                    "Give that user the permission set 'LeadLoop Integration'"));
        }
        if (type.equals("picklist")) {
            values(where, ours, field, drift);
        }
        return drift;
    }

    private void values(String where, XmlNode ours, OrgField field, List<PartProblem> drift) {
        Set<String> known = known(ours);
        Set<String> needed =
                ours.below("valueSetName").anyMatch(name -> name.text().equals("LeadLoop_Reason"))
                        ? NEEDED_REASONS
                        : known;
        Set<String> lacking = new TreeSet<>(needed);
        lacking.removeAll(field.offered());
        if (!lacking.isEmpty()) {
            drift.add(new PartProblem(
                    where,
                    "Values that LeadLoop writes are missing or inactive: " + String.join(", ", lacking),
                    "Activate them under Setup, Picklist Value Sets, or run 'leadloop install salesforce'"));
        }
        Set<String> foreign = new TreeSet<>(field.offered());
        foreign.removeAll(known);
        if (!foreign.isEmpty()) {
            drift.add(new PartProblem(
                    where,
                    "Values that LeadLoop does not know: " + String.join(", ", foreign),
                    "Deactivate them under Setup, Picklist Value Sets"));
        }
    }

    private Set<String> known(XmlNode ours) {
        Set<String> own =
                ours.below("value").map(value -> value.get("fullName")).collect(Collectors.toSet());
        ours.below("valueSetName")
                .flatMap(name -> source.file(PartKind.GLOBAL_VALUE_SET, name.text()).stream())
                .flatMap(set -> set.root().all("customValue").stream())
                .forEach(value -> own.add(value.get("fullName")));
        return own;
    }
}
