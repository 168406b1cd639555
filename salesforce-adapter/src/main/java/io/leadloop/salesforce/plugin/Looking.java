package io.leadloop.salesforce.plugin;

import io.leadloop.failure.CallFailed;
import io.leadloop.spi.Installed;
import io.leadloop.spi.Installed.Standing;
import io.leadloop.spi.PartProblem;
import io.leadloop.spi.PluginPart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Compares what the org shows of our objects and fields with what this program brings. */
final class Looking {

    private static final String SETS = "SELECT COUNT() FROM PermissionSet WHERE Name = 'LeadLoop_Integration'";

    private final PackageSource source;
    private final OrgView org;
    private final List<PluginPart> missing = new ArrayList<>();
    private final List<PartProblem> drift = new ArrayList<>();
    private final Map<String, Map<String, OrgField>> seen = new HashMap<>();
    private int present;

    Looking(PackageSource source, OrgView org) {
        this.source = source;
        this.org = org;
    }

    Installed look() {
        for (SourceFile object : source.files(PartKind.OBJECT)) {
            note(object.part(), see(object.object()).isPresent());
        }
        FieldDrift differences = new FieldDrift(source);
        for (SourceFile file : source.files(PartKind.FIELD)) {
            Optional<OrgField> found =
                    see(file.object()).flatMap(fields -> Optional.ofNullable(fields.get(file.simpleName())));
            note(file.part(), found.isPresent());
            found.ifPresent(field -> drift.addAll(differences.of(file, field)));
        }
        String version = Optional.ofNullable(
                        seen.getOrDefault(PackageVersion.OBJECT, Map.of()).get(PackageVersion.FIELD))
                .map(field -> PackageVersion.in(field.help()))
                .orElse("");
        if (present == 0 && isInvisible()) {
            drift.add(new PartProblem(
                    "permissionsets LeadLoop_Integration",
                    "The package is in the org, and the user that LeadLoop logs in as sees nothing of it",
                    "Give that user the permission set 'LeadLoop Integration'"));
            return new Installed(Standing.HALF, "", 0, missing, drift);
        }
        return new Installed(standing(version), version, present, missing, drift);
    }

    /** All objects that the org shows and that hold something of ours. */
    TreeSet<String> tables() {
        return new TreeSet<>(seen.keySet());
    }

    private Standing standing(String version) {
        if (present == 0) {
            return Standing.ABSENT;
        }
        int compared = PackageVersion.compare(version, PackageVersion.of(source));
        if (compared > 0) {
            return Standing.NEWER;
        }
        boolean told = !version.isEmpty();
        if (compared < 0 && (told || missing.isEmpty())) {
            return Standing.OLDER;
        }
        return missing.isEmpty() ? Standing.CURRENT : Standing.HALF;
    }

    private void note(PluginPart part, boolean there) {
        if (there) {
            present++;
        } else {
            missing.add(part);
        }
    }

    private Optional<Map<String, OrgField>> see(String object) {
        if (!seen.containsKey(object)) {
            org.fields(object).ifPresent(fields -> seen.put(object, fields));
        }
        return Optional.ofNullable(seen.get(object));
    }

    private boolean isInvisible() {
        try {
            return org.count(SETS) > 0;
        } catch (CallFailed mayNotAsk) {
            return false;
        }
    }
}
