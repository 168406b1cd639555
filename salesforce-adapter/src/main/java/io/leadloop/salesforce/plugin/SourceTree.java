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

    /** Parts that come only when they are asked for, by {@code --with}. */
    static final String CAMPAIGN_INFLUENCE = "campaign-influence";

    private static final String FOLDER = "leadloop/salesforce/";

    SourceTree {
        files = new TreeMap<>(files);
    }

    /** As this program brings them. */
    static SourceTree shipped() {
        return of("package", "labels/CustomLabels.labels-meta.xml");
    }

    static SourceTree influence() {
        return of(CAMPAIGN_INFLUENCE, "campaignInfluenceModels/LeadLoop_Linear.campaignInfluenceModel-meta.xml");
    }

    SourceTree and(SourceTree more) {
        Map<String, byte[]> all = new TreeMap<>(files);
        all.putAll(more.files());
        return new SourceTree(all);
    }

    /** @param known a file of it, two folders deep */
    private static SourceTree of(String part, String known) {
        String root = FOLDER + part + "/";
        try {
            URL place = Objects.requireNonNull(
                    loader().getResource(root + known), () -> part + " is not on the class path");
            if (place.openConnection() instanceof JarURLConnection jar) {
                jar.setUseCaches(false);
                try (var file = jar.getJarFile()) {
                    return read(
                            root,
                            file.stream()
                                    .map(entry -> entry.getName())
                                    .filter(name -> name.startsWith(root) && !name.endsWith("/"))
                                    .map(name -> name.substring(root.length()))
                                    .toList());
                }
            }
            Path home = Path.of(URI.create(place.toString())).resolve("../..").normalize();
            try (Stream<Path> all = Files.walk(home)) {
                return read(
                        root,
                        all.filter(Files::isRegularFile)
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

    private static SourceTree read(String root, List<String> paths) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (String path : paths) {
            if (path.contains("__tests__")) {
                continue;
            }
            try (InputStream in = Objects.requireNonNull(loader().getResourceAsStream(root + path), path)) {
                files.put(path, in.readAllBytes());
            }
        }
        return new SourceTree(files);
    }

    private static ClassLoader loader() {
        return SourceTree.class.getClassLoader();
    }
}
