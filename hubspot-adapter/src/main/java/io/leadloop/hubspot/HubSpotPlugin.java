package io.leadloop.hubspot;

import io.leadloop.hubspot.HubSpotFootprint.Property;
import io.leadloop.spi.Holding;
import io.leadloop.spi.InstallOrder;
import io.leadloop.spi.InstallReport;
import io.leadloop.spi.Installed;
import io.leadloop.spi.ObjectSchema;
import io.leadloop.spi.PartChange;
import io.leadloop.spi.PartProblem;
import io.leadloop.spi.Plugin;
import io.leadloop.spi.PluginPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The property group and the contact properties. HubSpot tells no version of them, and has no way to try them out. */
final class HubSpotPlugin implements Plugin {

    private static final PluginPart TABLE = new PluginPart("objects", "contact");

    private static final String UNASKED =
            "HubSpot cannot be asked whether it would take them: the app needs the scope crm.schemas.contacts.write";

    private final HubSpotFootprint footprint;
    private final Definitions definitions;
    private final OurValues values;

    HubSpotPlugin(HubSpotFootprint footprint, HubSpotClient client) {
        this.footprint = footprint;
        this.definitions = new Definitions(client, footprint);
        this.values = new OurValues(client);
    }

    @Override
    public String version() {
        return footprint.version();
    }

    @Override
    public Installed look(Set<String> adopted) {
        Definitions.Found found = definitions.read();
        List<PluginPart> missing = new ArrayList<>();
        List<PartProblem> drift = new ArrayList<>();
        if (!found.group()) {
            missing.add(group());
        }
        for (PropertyPart part : found.properties()) {
            if (part.missing()) {
                missing.add(part.part());
            }
            part.wrong().ifPresent(drift::add);
            if (!part.lacking().isEmpty()) {
                drift.add(new PartProblem(
                        part.part().toString(),
                        part.wanted().name() + " lacks " + part.lacking().size() + " of our options: "
                                + String.join(
                                        ", ",
                                        part.lacking().stream()
                                                .map(HubSpotFootprint.Option::value)
                                                .toList()),
                        "Run 'leadloop install hubspot'"));
            }
        }
        int all = found.properties().size() + 1;
        Installed.Standing standing = missing.isEmpty()
                ? Installed.Standing.CURRENT
                : missing.size() == all ? Installed.Standing.ABSENT : Installed.Standing.HALF;
        return new Installed(standing, "", all - missing.size(), missing, drift);
    }

    /** LeadLoop writes reasons into a property of its own; people in HubSpot filter by it. */
    @Override
    public Optional<ObjectSchema.Field> adoptable(String field) {
        return Optional.empty();
    }

    @Override
    public InstallReport install(InstallOrder order, Consumer<String> progress) {
        List<PartProblem> wrong = new ArrayList<>();
        order.adopted()
                .forEach(adoption -> wrong.add(new PartProblem(
                        "--adopt " + adoption.field(), "No property of HubSpot is adopted", "Leave it out")));
        order.with()
                .forEach(part -> wrong.add(
                        new PartProblem("--with " + part, "There is no such part for HubSpot", "Leave it out")));
        if (!wrong.isEmpty()) {
            return InstallReport.refused(wrong);
        }
        Definitions.Found found = definitions.read();
        found.properties().forEach(part -> part.wrong().ifPresent(wrong::add));
        List<PartChange> changes = new ArrayList<>();
        changes.add(new PartChange(group(), found.group() ? PartChange.Effect.SAME : PartChange.Effect.ADDED));
        for (PropertyPart part : found.properties()) {
            changes.add(new PartChange(part.part(), effect(part)));
        }
        if (!wrong.isEmpty()) {
            return new InstallReport(true, changes, wrong, List.of());
        }
        if (order.checkOnly()) {
            boolean same = changes.stream().allMatch(change -> change.effect() == PartChange.Effect.SAME);
            return new InstallReport(true, changes, List.of(), same ? List.of() : List.of(UNASKED));
        }
        return new InstallReport(true, changes, definitions.apply(found, progress), List.of());
    }

    private static PartChange.Effect effect(PropertyPart part) {
        if (part.missing()) {
            return PartChange.Effect.ADDED;
        }
        return part.lacking().isEmpty() ? PartChange.Effect.SAME : PartChange.Effect.CHANGED;
    }

    @Override
    public List<Holding> holdings() {
        List<Holding> holdings = new ArrayList<>();
        for (PropertyPart part : definitions.read().properties()) {
            long rows = part.missing() ? 0 : values.count(part.wanted().name());
            if (rows > 0) {
                holdings.add(new Holding(TABLE.name(), part.part(), rows));
            }
        }
        return holdings;
    }

    @Override
    public void export(String table, Consumer<Map<String, String>> row) {
        values.each(names(), row);
    }

    @Override
    public InstallReport remove(boolean checkOnly, Consumer<String> progress) {
        Definitions.Found found = definitions.read();
        List<PartChange> changes = new ArrayList<>();
        for (PropertyPart part : found.properties()) {
            if (!part.missing()) {
                changes.add(new PartChange(part.part(), PartChange.Effect.REMOVED));
            }
        }
        List<String> notes = new ArrayList<>();
        if (found.group() && found.foreign().isEmpty()) {
            changes.add(new PartChange(group(), PartChange.Effect.REMOVED));
        } else if (found.group()) {
            notes.add("The group " + footprint.group() + " stays: " + String.join(", ", found.foreign())
                    + " of yours is in it");
        }
        List<PartProblem> problems = checkOnly ? List.of() : definitions.archive(found, progress);
        return new InstallReport(true, problems.isEmpty() ? changes : List.of(), problems, notes);
    }

    private PluginPart group() {
        return new PluginPart("property-groups", footprint.group());
    }

    private List<String> names() {
        return footprint.contact().stream().map(Property::name).toList();
    }
}
