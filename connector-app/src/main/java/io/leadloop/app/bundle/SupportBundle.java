package io.leadloop.app.bundle;

import io.leadloop.app.config.Configuration;
import io.leadloop.app.config.ConfigurationFile;
import io.leadloop.app.doctor.Doctor;
import io.leadloop.app.doctor.Finding;
import io.leadloop.app.doctor.Machine;
import io.leadloop.language.InvalidFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One zip for whoever helps: versions, settings, counts, codes, the doctor's findings, the log's end, threads. */
public final class SupportBundle {

    private static final int LOG_LINES = 2_000;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;
    private final Map<String, String> environment;

    /** @param file the configuration */
    public SupportBundle(Path file, Map<String, String> environment) {
        this.file = file;
        this.environment = environment;
    }

    /** What could be gathered; a part that cannot be is left out or says why. */
    public void write(Path to, Instant now) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("versions.json", JSON.writeValueAsString(versions(now)));
        parts.put(
                "doctor.txt",
                new Doctor(Machine.here())
                        .examine(file, environment).stream().map(Finding::line).collect(Collectors.joining("\n")));
        Optional<Configuration> read = configuration();
        if (read.isPresent()) {
            Configuration configuration = read.get();
            parts.put("settings.json", JSON.writeValueAsString(Settings.of(configuration)));
            parts.put("store.json", JSON.writeValueAsString(StoreReport.of(configuration)));
            parts.put("log.txt", tail(configuration.dataFolder().resolve("leadloop.log")));
            ThreadDump.of(configuration).ifPresent(threads -> parts.put("threads.txt", threads));
        }
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(to))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(Scrubbed.of(part.getValue()).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }

    private static Map<String, Object> versions(Instant now) {
        Map<String, Object> versions = new LinkedHashMap<>();
        versions.put("madeAt", now.toString());
        versions.put("leadLoop", Machine.here().leadLoop());
        versions.put("java", Runtime.version().toString());
        versions.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        versions.put("processors", Runtime.getRuntime().availableProcessors());
        versions.put("maxHeapMegabytes", Runtime.getRuntime().maxMemory() / 1_000_000);
        return versions;
    }

    private Optional<Configuration> configuration() {
        try {
            return Optional.of(ConfigurationFile.read(file, environment));
        } catch (InvalidFiles broken) {
            return Optional.empty();
        }
    }

    private static String tail(Path log) throws IOException {
        if (!Files.exists(log)) {
            return "There is no log.";
        }
        Deque<String> last = new ArrayDeque<>();
        try (Stream<String> lines = Files.lines(log, StandardCharsets.UTF_8)) {
            lines.forEach(line -> {
                last.addLast(line);
                if (last.size() > LOG_LINES) {
                    last.removeFirst();
                }
            });
        }
        return String.join("\n", last);
    }
}
