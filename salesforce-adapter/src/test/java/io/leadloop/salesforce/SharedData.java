package io.leadloop.salesforce;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Files beside the project that are test aids and not shipped. */
final class SharedData {

    private SharedData() {}

    /** The folder of the property {@code leadloop.shared}, else a sibling {@code shared} of this or a parent folder. */
    static Optional<Path> folder(String name) {
        String given = System.getProperty("leadloop.shared", "");
        if (!given.isEmpty()) {
            return existing(Path.of(given).resolve(name));
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Optional<Path> found = existing(at.resolveSibling("shared").resolve(name));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> existing(Path folder) {
        return Files.isDirectory(folder) ? Optional.of(folder) : Optional.empty();
    }
}
