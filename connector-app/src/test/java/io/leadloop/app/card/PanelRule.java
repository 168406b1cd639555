package io.leadloop.app.card;

import io.leadloop.app.engine.ShippedFiles;
import io.leadloop.feedback.Reason;
import io.leadloop.feedback.ReasonCatalogue;
import io.leadloop.language.Problems;
import io.leadloop.language.YamlFile;
import io.leadloop.language.YamlTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rule of the panel in Salesforce, as its source says it, and the reasons that both offer. */
final class PanelRule {

    static final Path COMPONENTS = Path.of("..", "salesforce-adapter", "sfdx", "force-app", "main", "default", "lwc");

    private PanelRule() {}

    static List<String> usual(String phase) {
        Matcher list = Pattern.compile(phase + ": \\[([^\\]]*)]").matcher(source("leadLoopSuggest"));
        if (!list.find()) {
            throw new IllegalStateException("no list for " + phase);
        }
        return List.of(list.group(1).replace("'", "").split(", "));
    }

    static List<Reason> offered() {
        Problems problems = new Problems();
        YamlTable file =
                YamlFile.read(new ShippedFiles(), "reasons.yaml", problems).orElseThrow();
        return ReasonCatalogue.read(file, problems).all().stream()
                .filter(Suggestions::offered)
                .toList();
    }

    static String source(String component) {
        try {
            return Files.readString(COMPONENTS.resolve(component).resolve(component + ".js"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
