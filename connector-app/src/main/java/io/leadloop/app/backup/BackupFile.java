package io.leadloop.app.backup;

import io.leadloop.app.engine.OpenStore;
import io.leadloop.app.store.TableCopy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A zip of one file for each table, a row a line in JSON, and {@code backup.json} with counts and sums. It holds personal
 * data as the store does, and no secrets: only its owner may read it.
 */
public final class BackupFile {

    private static final String MANIFEST = "backup.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, @Nullable Object>> ROW = new TypeReference<>() {};

    private final Path file;

    public BackupFile(Path file) {
        this.file = file;
    }

    /** All of it at one moment; a file that is there is replaced only once the new one is whole. */
    public Manifest write(OpenStore opened, Instant now) {
        TableCopy tables = opened.tables();
        Map<String, Manifest.Part> parts = new TreeMap<>();
        Path folder = file.toAbsolutePath().getParent();
        try {
            Path part = Files.createTempFile(folder, "backup", ".part");
            try {
                ownersOnly(part);
                try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(part))) {
                    tables.atOneMoment(() ->
                            tables.tables().forEach(table -> parts.put(table, pack(tables, table, zip))));
                    Manifest manifest = new Manifest(
                            Manifest.FORMAT, opened.facts().schema(), opened.installation(), now.toString(), parts);
                    zip.putNextEntry(new ZipEntry(MANIFEST));
                    zip.write(JSON.writeValueAsBytes(manifest));
                    zip.closeEntry();
                }
                Manifest checked = new BackupFile(part).check();
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
                return checked;
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new BadBackup("The backup cannot be written", e);
        }
    }

    private static void ownersOnly(Path part) throws IOException {
        if (part.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static Manifest.Part pack(TableCopy tables, String table, ZipOutputStream zip) {
        MessageDigest sum = sha256();
        long[] rows = {0};
        try {
            zip.putNextEntry(new ZipEntry(table + ".jsonl"));
            DigestOutputStream out = new DigestOutputStream(zip, sum);
            tables.rows(table, row -> {
                rows[0]++;
                try {
                    out.write((JSON.writeValueAsString(row) + "\n").getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Manifest.Part(rows[0], HexFormat.of().formatHex(sum.digest()));
    }

    /** @throws BadBackup if anything in it is not as its manifest says */
    public Manifest check() {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry described = zip.getEntry(MANIFEST);
            if (described == null) {
                throw new BadBackup("The file has no " + MANIFEST + ": it is no backup of LeadLoop", null);
            }
            Manifest manifest;
            try (InputStream in = zip.getInputStream(described)) {
                manifest = JSON.readValue(in, Manifest.class);
            }
            if (manifest.format() != Manifest.FORMAT) {
                throw new BadBackup("The backup has format " + manifest.format() + ", made by a newer LeadLoop", null);
            }
            for (Map.Entry<String, Manifest.Part> part : manifest.tables().entrySet()) {
                MessageDigest sum = sha256();
                long[] rows = {0};
                lines(zip, part.getKey(), line -> {
                    rows[0]++;
                    sum.update((line + "\n").getBytes(StandardCharsets.UTF_8));
                });
                String found = HexFormat.of().formatHex(sum.digest());
                if (rows[0] != part.getValue().rows()
                        || !found.equals(part.getValue().sha256())) {
                    throw new BadBackup(
                            "The backup is damaged: table " + part.getKey() + " is not what was written", null);
                }
            }
            return manifest;
        } catch (IOException | JacksonException e) {
            throw new BadBackup("The file cannot be read as a backup", e);
        }
    }

    /** Rows of a table in their order. */
    void rows(String table, Consumer<Map<String, @Nullable Object>> row) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            lines(zip, table, line -> row.accept(JSON.readValue(line, ROW)));
        } catch (IOException e) {
            throw new BadBackup("The file cannot be read as a backup", e);
        }
    }

    private static void lines(ZipFile zip, String table, Consumer<String> line) throws IOException {
        ZipEntry entry = zip.getEntry(table + ".jsonl");
        if (entry == null) {
            throw new BadBackup("The backup is damaged: table " + table + " is missing", null);
        }
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8))) {
            for (String next = in.readLine(); next != null; next = in.readLine()) {
                line.accept(next);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
