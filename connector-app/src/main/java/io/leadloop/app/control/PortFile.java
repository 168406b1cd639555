package io.leadloop.app.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A note in the data folder, for its owner's eyes only: where the serving process listens, and the secret of this start. */
public final class PortFile implements AutoCloseable {

    private static final String NAME = "serve.port";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;

    private PortFile(Path file) {
        this.file = file;
    }

    /** Where a serving process listens. */
    public record Place(int port, String secret) {

        @Override
        public String toString() {
            return "Place[port=" + port + "]";
        }
    }

    /** Is there until it is closed; a killed process leaves it behind, which does no harm. */
    public static PortFile write(Path folder, Place place) {
        Path file = folder.resolve(NAME);
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownerOnly = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try {
            Path fresh = Files.createTempFile(folder, NAME, ".tmp", ownerOnly);
            Files.writeString(
                    fresh,
                    JSON.writeValueAsString(Map.of(
                            "pid", ProcessHandle.current().pid(), "port", place.port(), "secret", place.secret())));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PortFile(file);
    }

    /** Of a process that still runs. */
    public static Optional<Place> find(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            if (!Files.isReadable(file)) {
                return Optional.empty();
            }
            JsonNode note = JSON.readTree(Files.readString(file));
            return ProcessHandle.of(note.path("pid").asLong(-1)).isPresent()
                    ? Optional.of(new Place(
                            note.path("port").asInt(), note.path("secret").asString()))
                    : Optional.empty();
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
