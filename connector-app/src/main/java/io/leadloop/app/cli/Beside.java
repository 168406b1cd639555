package io.leadloop.app.cli;

import io.leadloop.app.config.Configuration;
import io.leadloop.app.config.ConfigurationFile;
import io.leadloop.app.control.Done;
import io.leadloop.app.control.Neighbour;
import io.leadloop.language.InvalidFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Hands a command over to the process that serves on the same data, if there is one; else it runs here. */
final class Beside implements IExecutionStrategy {

    private static final Set<String> COMMANDS = Set.of(
            "status",
            "explain",
            "errors",
            "review",
            "restore",
            "reconcile",
            "pause",
            "go-live",
            "keys",
            "tidy",
            "erase",
            "mapping apply",
            "backup create");

    private final IExecutionStrategy here = new CommandLine.RunLast();

    @Override
    public int execute(ParseResult parsed) {
        Optional<Done> done = handedOver(parsed);
        if (done.isEmpty()) {
            return here.execute(parsed);
        }
        CommandLine line = parsed.commandSpec().commandLine();
        line.getOut().print(done.get().out());
        line.getOut().flush();
        line.getErr().print(done.get().err());
        line.getErr().flush();
        return done.get().exitCode();
    }

    private static Optional<Done> handedOver(ParseResult parsed) {
        List<ParseResult> words = parsed.asCommandLineList().stream()
                .map(CommandLine::getParseResult)
                .toList();
        ParseResult last = words.get(words.size() - 1);
        boolean known = isHandedOver(
                words.stream().skip(1).map(word -> word.commandSpec().name()).toList());
        boolean helps = words.stream().anyMatch(word -> word.isUsageHelpRequested() || word.isVersionHelpRequested());
        OptionSpec config = last.commandSpec().findOption("--config");
        if (!known || helps || config == null || !(config.getValue() instanceof Path file)) {
            return Optional.empty();
        }
        return folder(file).flatMap(Neighbour::of).flatMap(neighbour -> neighbour.run(arguments(parsed, last)));
    }

    /** @param words of a command line, the command first */
    static boolean isHandedOver(List<String> words) {
        return !words.isEmpty()
                && (COMMANDS.contains(words.get(0))
                        || (words.size() > 1 && COMMANDS.contains(words.get(0) + " " + words.get(1))));
    }

    /** As they were typed; a file is named so that it is the same one from another folder. */
    private static List<String> arguments(ParseResult parsed, ParseResult last) {
        List<String> files = last.matchedPositionals().stream()
                .filter(positional -> positional.getValue() instanceof Path)
                .flatMap(positional -> positional.originalStringValues().stream())
                .toList();
        return parsed.originalArgs().stream()
                .map(word ->
                        files.contains(word) ? Path.of(word).toAbsolutePath().toString() : word)
                .toList();
    }

    /** A configuration with mistakes is reported by the command itself. */
    private static Optional<Path> folder(Path config) {
        try {
            Configuration configuration = ConfigurationFile.read(config, System.getenv());
            return Optional.of(configuration.dataFolder());
        } catch (InvalidFiles mistakes) {
            return Optional.empty();
        }
    }
}
