package io.leadloop.app.install;

import io.leadloop.spi.Holding;
import io.leadloop.spi.Plugin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** What goes with an uninstallation, kept in a zip that only its owner may read: one file for each table, one JSON object a line. */
public final class DataExport {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DataExport() {}

    /**
     * @param file must not exist yet
     * @return rows that were written
     * @throws java.nio.file.FileAlreadyExistsException wrapped, if it does
     */
    public static long write(Path file, Plugin plugin, List<Holding> holdings) {
        long[] rows = {0};
        try {
            Path part = Files.createTempFile(file.toAbsolutePath().getParent(), "export", ".part");
            try {
                ownersOnly(part);
                try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(part))) {
                    for (String table : tables(holdings)) {
                        zip.putNextEntry(new ZipEntry(table + ".jsonl"));
                        plugin.export(table, row -> {
                            line(zip, JSON.writeValueAsString(new TreeMap<>(row)));
                            rows[0]++;
                        });
                        zip.closeEntry();
                    }
                }
                Files.move(part, file);
            } finally {
                Files.deleteIfExists(part);
            }
            return rows[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> tables(List<Holding> holdings) {
        return holdings.stream().map(Holding::table).distinct().toList();
    }

    private static void ownersOnly(Path part) throws IOException {
        if (part.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static void line(ZipOutputStream zip, String text) {
        try {
            zip.write((text + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
