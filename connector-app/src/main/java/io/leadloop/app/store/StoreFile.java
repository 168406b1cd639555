package io.leadloop.app.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The file of an embedded store, and beside it a note of which process opened it. */
record StoreFile(Path base) {

    private static final String PREFIX = "jdbc:h2:file:";

    static Optional<StoreFile> of(String url) {
        if (!url.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String path = url.substring(PREFIX.length()).split(";", 2)[0];
        return Optional.of(new StoreFile(Path.of(path).toAbsolutePath().normalize()));
    }

    void prepare() {
        Path folder = Optional.ofNullable(base.getParent()).orElse(base);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw StoreFailures.forbidden("The folder " + folder + " cannot be made", e);
        }
        Path file = sibling(".mv.db");
        if (!Files.isWritable(folder) || (Files.exists(file) && !Files.isWritable(file))) {
            throw StoreFailures.forbidden("The store in " + folder + " cannot be written", null);
        }
    }

    void signOwner() {
        try {
            Files.writeString(
                    sibling(".owner"), Long.toString(ProcessHandle.current().pid()), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw StoreFailures.forbidden("The store in " + base.getParent() + " cannot be written", e);
        }
    }

    /** The process that opened it last, if it still runs. */
    Optional<Long> owner() {
        try {
            return Optional.of(Long.parseLong(Files.readString(sibling(".owner"), StandardCharsets.UTF_8)
                            .strip()))
                    .filter(pid -> ProcessHandle.of(pid).isPresent());
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Path sibling(String ending) {
        return base.resolveSibling(base.getFileName() + ending);
    }
}
