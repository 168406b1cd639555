package io.leadloop.app.engine;

import io.leadloop.app.config.Configuration;
import io.leadloop.app.config.Qualify;
import io.leadloop.language.InvalidFiles;
import io.leadloop.language.Problem;
import io.leadloop.language.Source;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Notices that the files of marketing operations say something else than before. Files with mistakes are not taken; what
 * is in force stays. Shipped files never change. Used by one thread.
 */
public final class RuleWatch {

    /** What became of the files since the last look. */
    public sealed interface News {

        /** They say the same, or the same mistakes. */
        record None() implements News {}

        /** They can be used. */
        record Changed() implements News {}

        /** They cannot be used. */
        record Refused(List<Problem> problems) implements News {}
    }

    private final Configuration configuration;
    private Map<String, String> known;

    /** From now on: the files as they are were read. */
    public RuleWatch(Configuration configuration) {
        this.configuration = configuration;
        this.known = read();
    }

    public News look() {
        Map<String, String> now;
        try {
            now = read();
        } catch (UncheckedIOException beingWritten) {
            return new News.None();
        }
        if (now.equals(known)) {
            return new News.None();
        }
        known = now;
        try {
            Rules.of(configuration);
            return new News.Changed();
        } catch (InvalidFiles mistakes) {
            return new News.Refused(mistakes.problems());
        }
    }

    private Map<String, String> read() {
        Map<String, String> texts = new TreeMap<>();
        try {
            if (configuration.mappings().isPresent()) {
                Source folder = new FolderFiles(configuration.mappings().get());
                for (String name : folder.names()) {
                    texts.put(name, text(folder, name));
                }
            }
            Optional<Path> definition = definition();
            if (definition.isPresent()) {
                texts.put(definition.get().toString(), Files.readString(definition.get()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private Optional<Path> definition() {
        return configuration.qualify() instanceof Qualify.Definition named && named.isFile()
                ? Optional.of(configuration.folder().resolve(named.name())).filter(Files::exists)
                : Optional.empty();
    }

    private static String text(Source folder, String name) throws IOException {
        try (Reader reader = folder.open(name)) {
            StringWriter text = new StringWriter();
            reader.transferTo(text);
            return text.toString();
        }
    }
}
