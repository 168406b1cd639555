package io.leadloop.app.engine;

import io.leadloop.language.Source;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The YAML files of a folder and the folders in it, two levels deep. */
public record FolderFiles(Path folder) implements Source {

    private static final int LEVELS = 2;

    @Override
    public List<String> names() {
        try (Stream<Path> files = Files.walk(folder, LEVELS)) {
            return files.map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(".yaml") && !name.startsWith("target/") && !name.startsWith("src/"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Reader open(String name) throws IOException {
        return Files.newBufferedReader(folder.resolve(name));
    }
}
