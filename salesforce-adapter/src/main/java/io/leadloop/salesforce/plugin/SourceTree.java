package io.leadloop.salesforce.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of the package in source format, by path, such as {@code objects/Lead/fields/LeadLoop_Key__c.field-meta.xml}. */
record SourceTree(Map<String, byte[]> files) {

    private static final String ROOT = "leadloop/salesforce/package/";
    private static final String KNOWN = ROOT + "labels/CustomLabels.labels-meta.xml";

    SourceTree {
        files = new TreeMap<>(files);
    }

    /** As this program brings them. */
    static SourceTree shipped() {
        try {
            URL known = Objects.requireNonNull(loader().getResource(KNOWN), "the package is not on the class path");
            if (known.openConnection() instanceof JarURLConnection jar) {
                jar.setUseCaches(false);
                try (var file = jar.getJarFile()) {
                    return read(file.stream()
                            .map(entry -> entry.getName())
                            .filter(name -> name.startsWith(ROOT) && !name.endsWith("/"))
                            .map(name -> name.substring(ROOT.length()))
                            .toList());
                }
            }
            Path home = Path.of(URI.create(known.toString())).resolve("../..").normalize();
            try (Stream<Path> all = Files.walk(home)) {
                return read(all.filter(Files::isRegularFile)
                        .map(file -> home.relativize(file).toString().replace('\\', '/'))
                        .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SourceTree with(String path, String text) {
        Map<String, byte[]> changed = new TreeMap<>(files);
        changed.put(path, text.getBytes(StandardCharsets.UTF_8));
        return new SourceTree(changed);
    }

    SourceTree without(String path) {
        Map<String, byte[]> changed = new TreeMap<>(files);
        changed.remove(path);
        return new SourceTree(changed);
    }

    String text(String path) {
        return new String(Objects.requireNonNull(files.get(path), path), StandardCharsets.UTF_8);
    }

    List<String> paths(String start, String end) {
        return files.keySet().stream()
                .filter(path -> path.startsWith(start) && path.endsWith(end))
                .toList();
    }

    private static SourceTree read(List<String> paths) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (String path : paths) {
            if (path.contains("__tests__")) {
                continue;
            }
            try (InputStream in = Objects.requireNonNull(loader().getResourceAsStream(ROOT + path), path)) {
                files.put(path, in.readAllBytes());
            }
        }
        return new SourceTree(files);
    }

    private static ClassLoader loader() {
        return SourceTree.class.getClassLoader();
    }
}
