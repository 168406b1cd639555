package io.leadloop.app.cli;

import io.leadloop.app.bundle.SupportBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "support-bundle",
        description = "Gathers versions, settings, counts, failure codes and the end of the log in one zip, without"
                + " personal data and secrets.",
        mixinStandardHelpOptions = true)
final class SupportBundleCommand implements Callable<Integer> {

    @Mixin
    private final Common common = new Common();

    @Parameters(paramLabel = "FILE", description = "Such as support.zip.")
    private Path file = Path.of("");

    @Option(names = "--force", description = "Replaces a file that is there.")
    private boolean force;

    @Override
    public Integer call() throws IOException {
        if (Files.exists(file) && !force) {
            throw Complaint.input("There is such a file already", file.toString(), "Add --force to replace it");
        }
        new SupportBundle(common.config(), System.getenv()).write(file, Instant.now());
        common.say("Wrote " + file + ". Look through it before you send it.");
        common.show(Map.of("file", file.toString()));
        return ExitCode.OK;
    }
}
