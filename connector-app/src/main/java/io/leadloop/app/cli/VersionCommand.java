package io.leadloop.app.cli;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "version", description = "Prints which LeadLoop this is.", mixinStandardHelpOptions = true)
final class VersionCommand implements Callable<Integer> {

    @Mixin
    private final Common common = new Common();

    @Override
    public Integer call() {
        String version = Optional.ofNullable(VersionCommand.class.getPackage().getImplementationVersion())
                .orElse("development");
        String java = Runtime.version().toString();
        common.say("LeadLoop " + version + " on Java " + java);
        common.show(Map.of("version", version, "java", java));
        return ExitCode.OK;
    }
}
