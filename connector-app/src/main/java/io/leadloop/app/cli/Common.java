package io.leadloop.app.cli;

import io.leadloop.app.LogFile;
import io.leadloop.app.config.Configuration;
import io.leadloop.app.config.ConfigurationFile;
import io.leadloop.app.engine.OpenStore;
import io.leadloop.app.serve.Serving;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Options that most commands have, and where their output goes. */
final class Common {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            defaultValue = "leadloop.yaml",
            description = "The configuration (default: ./${DEFAULT-VALUE}).")
    private Path config = Path.of("leadloop.yaml");

    @Option(names = "--json", description = "Prints one JSON document instead of text.")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    /** Also opens the log, beside the store. */
    Configuration configuration() {
        Optional<Serving> serving = serving();
        if (serving.isPresent()) {
            return serving.get().configuration();
        }
        Configuration configuration = ConfigurationFile.read(config, System.getenv());
        LogFile.open(configuration.dataFolder());
        return configuration;
    }

    /** The store; that of the serving process where this runs within it. */
    OpenStore open(Configuration configuration) {
        return serving().map(Serving::opened).map(OpenStore::shared).orElseGet(() -> OpenStore.of(configuration));
    }

    private Optional<Serving> serving() {
        return ((Commands) spec().root().userObject()).serving();
    }

    Path config() {
        return config;
    }

    boolean wantsJson() {
        return json;
    }

    /** A line of text; nothing if JSON was asked for. */
    void say(String line) {
        if (!json) {
            spec().commandLine().getOut().println(line);
            spec().commandLine().getOut().flush();
        }
    }

    /** The document, if JSON was asked for. */
    void show(Object document) {
        if (json) {
            spec().commandLine()
                    .getOut()
                    .println(JsonMapper.builder()
                            .enable(SerializationFeature.INDENT_OUTPUT)
                            .build()
                            .writeValueAsString(document));
            spec().commandLine().getOut().flush();
        }
    }

    CommandSpec spec() {
        return Optional.ofNullable(spec).orElseThrow();
    }
}
