package io.leadloop.mappings;

import io.leadloop.language.Source;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder of this module, without its build's output. */
record ShippedFiles(Path folder) implements Source {

    static ShippedFiles here() {
        return new ShippedFiles(Path.of("").toAbsolutePath());
    }

    @Override
    public List<String> names() {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(".yaml") && !name.startsWith("target") && !name.startsWith("src"))
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

    String text(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
