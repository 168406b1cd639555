package io.leadloop.app.engine;

import io.leadloop.language.Source;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The mapping files that are part of the program. */
public final class ShippedFiles implements Source {

    private static final String ROOT = "leadloop/mappings/";

    @Override
    public List<String> names() {
        URL known = Objects.requireNonNull(loader().getResource(ROOT + "person.yaml"), "no shipped mappings");
        try {
            if (known.openConnection() instanceof JarURLConnection jar) {
                jar.setUseCaches(false);
                try (var file = jar.getJarFile()) {
                    return file.stream()
                            .map(entry -> entry.getName())
                            .filter(name -> name.startsWith(ROOT) && name.endsWith(".yaml"))
                            .map(name -> name.substring(ROOT.length()))
                            .sorted()
                            .toList();
                }
            }
            return new FolderFiles(Objects.requireNonNull(
                            Path.of(URI.create(known.toString())).getParent()))
                    .names();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Reader open(String name) throws IOException {
        InputStream stream = loader().getResourceAsStream(ROOT + name);
        if (stream == null) {
            throw new FileNotFoundException(name);
        }
        return new InputStreamReader(stream, StandardCharsets.UTF_8);
    }

    private static ClassLoader loader() {
        return ShippedFiles.class.getClassLoader();
    }
}
