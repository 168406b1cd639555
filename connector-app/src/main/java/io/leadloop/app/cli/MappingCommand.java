package io.leadloop.app.cli;

import io.leadloop.app.config.Configuration;
import io.leadloop.app.engine.FolderFiles;
import io.leadloop.app.engine.MappingApply;
import io.leadloop.app.engine.OpenStore;
import io.leadloop.app.engine.ShippedFiles;
import io.leadloop.canonical.Kind;
import io.leadloop.canonical.SystemId;
import io.leadloop.language.Source;
import io.leadloop.mapping.Mapping;
import io.leadloop.mapping.MappingCase;
import io.leadloop.mapping.MappingDiff;
import io.leadloop.mapping.MappingSet;
import io.leadloop.mapping.MappingTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "mapping",
        description = "Checks and shows what is mapped to what.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "validate | show | diff | apply")
final class MappingCommand {

    private static final SystemId HUBSPOT = new SystemId("hubspot");
    private static final SystemId SALESFORCE = new SystemId("salesforce");

    @Command(
            name = "validate",
            description = "Checks every file and runs every case; prints all problems at once.",
            mixinStandardHelpOptions = true)
    int validate(
            @Mixin Common options,
            @Parameters(paramLabel = "DIR", arity = "0..1", description = "Default: the configured or shipped files.")
                    @Nullable
                    Path folder) {
        MappingSet set = MappingSet.compile(files(options, folder));
        List<String> failed = new ArrayList<>();
        int cases = 0;
        for (Mapping mapping : set.mappings()) {
            for (MappingCase example : mapping.cases()) {
                cases++;
                example.differences(mapping).forEach(difference -> failed.add(mapping.name() + ": " + difference));
            }
        }
        failed.forEach(options::say);
        options.say(set.mappings().size() + " mappings, " + cases + " cases, " + failed.size() + " wrong; revision "
                + set.revision());
        options.show(Map.of(
                "mappings", set.mappings().size(), "cases", cases, "failed", failed, "revision", set.revision()));
        return failed.isEmpty() ? ExitCode.OK : ExitCode.INPUT;
    }

    @Command(
            name = "show",
            description = "Prints the fields of both systems side by side.",
            mixinStandardHelpOptions = true)
    int show(
            @Mixin Common options,
            @Parameters(paramLabel = "KIND", description = "person, company, opportunity, campaign, handoff, credit")
                    String word) {
        Kind kind = kind(word);
        List<MappingTable.Line> lines = MappingTable.of(MappingSet.compile(files(options, null)), kind);
        options.say(String.format("%-16s %-34s      %-44s %s", "field", "HubSpot", "Salesforce", "who wins"));
        for (MappingTable.Line line : lines) {
            options.say(String.format(
                            "%-16s %-34s %-3s  %-44s %s",
                            line.field(),
                            cell(line, HUBSPOT),
                            line.arrow(HUBSPOT, SALESFORCE),
                            cell(line, SALESFORCE),
                            line.rule().word() + (line.notes().isEmpty() ? "" : "; " + String.join(", ", line.notes())))
                    .stripTrailing());
        }
        options.show(lines.stream()
                .map(line -> Map.of(
                        "field", line.field(),
                        "hubspot", cell(line, HUBSPOT),
                        "salesforce", cell(line, SALESFORCE),
                        "arrow", line.arrow(HUBSPOT, SALESFORCE),
                        "rule", line.rule().word(),
                        "notes", line.notes()))
                .toList());
        return ExitCode.OK;
    }

    @Command(
            name = "diff",
            description = "Says what differs between two folders; exit code 2 if anything does.",
            mixinStandardHelpOptions = true)
    int diff(
            @Mixin Common options, @Parameters(paramLabel = "A") Path older, @Parameters(paramLabel = "B") Path newer) {
        List<MappingDiff.Change> changes = MappingDiff.between(
                MappingSet.compile(files(options, older)), MappingSet.compile(files(options, newer)));
        for (MappingDiff.Change change : changes) {
            options.say(change.what() + "  (" + change.where() + ")");
            options.say("  - " + change.before());
            options.say("  + " + change.after());
        }
        options.say(changes.isEmpty() ? "They say the same." : changes.size() + " differences");
        options.show(changes.stream()
                .map(change -> Map.of(
                        "what", change.what(),
                        "before", change.before(),
                        "after", change.after(),
                        "where", change.where().toString()))
                .toList());
        return changes.isEmpty() ? ExitCode.OK : ExitCode.INPUT;
    }

    @Command(
            name = "apply",
            description = {
                "Lets fields that are mapped in another way than before touch the records that were there before.",
                "Until then they follow only values that change."
            },
            mixinStandardHelpOptions = true,
            footerHeading = "%nExamples:%n",
            footer = {
                "  leadloop mapping apply salesforce-person --dry-run    how many records would change",
                "  leadloop mapping apply person.country                 one field"
            })
    int apply(
            @Mixin Common options,
            @Parameters(paramLabel = "NAME", description = "A mapping, a kind such as person, or one of its fields.")
                    String name,
            @Option(names = "--dry-run", description = "Only counts.") boolean dryRun) {
        Configuration configuration = options.configuration();
        try (OpenStore opened = options.open(configuration)) {
            if (!MappingApply.isRead(configuration, opened)) {
                throw Complaint.input(
                        "No pass has read these mappings yet, so nothing can be counted",
                        "mapping apply",
                        "Run 'leadloop sync --once' first; where 'serve' runs, wait for its next pass");
            }
            Set<String> fields = MappingApply.waiting(configuration, opened, name);
            if (fields.isEmpty()) {
                options.say("Nothing of '" + name + "' waits.");
                options.show(Map.of("fields", List.of(), "writes", Map.of(), "applied", false));
                return ExitCode.OK;
            }
            Map<String, Long> counts = MappingApply.count(configuration, opened, fields);
            options.say("mapped in another way than before: " + String.join(", ", fields));
            counts.forEach((place, records) -> options.say(String.format("  %-44s %,8d to change", place, records)));
            if (!dryRun) {
                MappingApply.apply(configuration, opened, fields);
            }
            options.say(
                    dryRun
                            ? "Nothing was applied. The same without --dry-run applies it."
                            : "Applied; the next pass writes it if the run state is live.");
            options.show(Map.of("fields", List.copyOf(fields), "writes", counts, "applied", !dryRun));
            return ExitCode.OK;
        }
    }

    private static String cell(MappingTable.Line line, SystemId system) {
        return Optional.ofNullable(line.cells().get(system))
                .map(cell -> String.join(", ", cell.fields()))
                .orElse("");
    }

    private static Kind kind(String word) {
        for (Kind kind : Kind.values()) {
            if (kind.word().equals(word.toLowerCase(Locale.ROOT))) {
                return kind;
            }
        }
        throw Complaint.input(
                "There is no kind '" + word + "'", "mapping show", "Write person, company or opportunity");
    }

    /** The named folder; else that of the configuration, if there is one; else the shipped files. */
    private static Source files(Common options, @Nullable Path folder) {
        if (folder != null) {
            if (!Files.isDirectory(folder)) {
                throw Complaint.input(
                        "There is no folder '" + folder + "'", "mapping", "Name a folder of mapping files");
            }
            return new FolderFiles(folder);
        }
        return Files.exists(options.config())
                ? Optional.of(options.configuration())
                        .flatMap(Configuration::mappings)
                        .<Source>map(FolderFiles::new)
                        .orElseGet(ShippedFiles::new)
                : new ShippedFiles();
    }
}
