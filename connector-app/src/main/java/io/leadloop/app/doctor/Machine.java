package io.leadloop.app.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * What a check asks this machine.
 *
 * @param clock its own
 * @param java feature release, such as 17
 * @param leadLoop the program's version
 * @param freeBytes on the disk that holds a folder
 */
public record Machine(InstantSource clock, int java, String leadLoop, ToLongFunction<Path> freeBytes) {

    public static Machine here() {
        String version = Optional.ofNullable(Machine.class.getPackage().getImplementationVersion())
                .orElse("development");
        return new Machine(InstantSource.system(), Runtime.version().feature(), version, Machine::free);
    }

    private static long free(Path folder) {
        try {
            Path there = folder.toAbsolutePath();
            while (!Files.exists(there) && there.getParent() != null) {
                there = there.getParent();
            }
            return Files.getFileStore(there).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
