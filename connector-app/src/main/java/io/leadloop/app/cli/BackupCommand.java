package io.leadloop.app.cli;

import io.leadloop.app.backup.BackupFile;
import io.leadloop.app.backup.BadBackup;
import io.leadloop.app.backup.Manifest;
import io.leadloop.app.backup.Restoring;
import io.leadloop.app.engine.OpenStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "backup",
        description = "Copies the whole store into one file, and back into an empty one; H2 and PostgreSQL alike.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "create | check | restore")
final class BackupCommand {

    private static final String NEW_ONE = "Make a new one with 'leadloop backup create', or take an older file";

    @Command(
            name = "create",
            description = "Writes a backup of one moment, also while 'serve' runs.",
            mixinStandardHelpOptions = true)
    int create(
            @Mixin Common options,
            @Parameters(paramLabel = "FILE", description = "Such as leadloop-monday.zip.") Path file,
            @Option(names = "--force", description = "Replaces a file that is there.") boolean force) {
        if (Files.exists(file) && !force) {
            throw Complaint.input("There is such a file already", file.toString(), "Add --force to replace it");
        }
        try (OpenStore opened = options.open(options.configuration())) {
            Manifest manifest = guarded(
                    file, "Name a file that can be written", () -> new BackupFile(file).write(opened, Instant.now()));
            return tell(options, file, manifest, "Wrote");
        }
    }

    @Command(
            name = "check",
            description = "Reads a backup and compares it with its own counts and sums.",
            mixinStandardHelpOptions = true)
    int check(@Mixin Common options, @Parameters(paramLabel = "FILE") Path file) {
        return tell(options, file, guarded(file, NEW_ONE, () -> new BackupFile(file).check()), "Whole:");
    }

    @Command(
            name = "restore",
            description = "Fills an empty store. It is paused then, and asks the vendors what was written since.",
            mixinStandardHelpOptions = true)
    int restore(
            @Mixin Common options,
            @Parameters(paramLabel = "FILE") Path file,
            @Option(names = "--force", description = "Throws away what the store holds.") boolean force) {
        try (OpenStore opened = OpenStore.of(options.configuration())) {
            Restoring restoring = new Restoring(opened);
            if (!restoring.isEmpty() && !force) {
                throw Complaint.held(
                        "The store is not empty",
                        "store in " + options.config(),
                        "Name an empty store in the configuration, or add --force to throw away what is in this one");
            }
            BackupFile backup = new BackupFile(file);
            int open = guarded(
                    file,
                    "Restore with the LeadLoop version that made the backup, then start this one",
                    () -> restoring.from(backup, Instant.now()));
            Manifest manifest = backup.check();
            options.say("Restored " + manifest.rows() + " rows of " + manifest.madeAt() + ". The store is paused; "
                    + open + " planned writes are looked up at the vendors first.");
            options.say(
                    "Next: 'leadloop sync --once --dry-run', 'leadloop go-live', and 'leadloop reconcile' at last.");
            options.show(Map.of("rows", manifest.rows(), "madeAt", manifest.madeAt(), "toLookUp", open));
            return ExitCode.OK;
        }
    }

    private static int tell(Common options, Path file, Manifest manifest, String verb) {
        options.say(verb + " " + file + ": " + manifest.rows() + " rows, schema " + manifest.schema() + ", "
                + manifest.madeAt());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("file", file.toString());
        document.put("schema", manifest.schema());
        document.put("madeAt", manifest.madeAt());
        document.put("tables", manifest.tables());
        options.show(document);
        return ExitCode.OK;
    }

    private static <T> T guarded(Path file, String fix, Supplier<T> work) {
        try {
            return work.get();
        } catch (BadBackup e) {
            throw Complaint.input(String.valueOf(e.getMessage()), file.toString(), fix);
        }
    }
}
