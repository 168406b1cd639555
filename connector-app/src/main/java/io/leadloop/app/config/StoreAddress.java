package io.leadloop.app.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the store is.
 *
 * @param url for JDBC; the file of an embedded store is absolute
 * @param file of an embedded store, without the ending that H2 gives it
 */
public record StoreAddress(String url, Optional<Path> file, String user, Secret password) {

    private static final String EMBEDDED = "jdbc:h2:file:";

    /** @param folder what a relative file begins at */
    static StoreAddress of(String url, Path folder, String user, Secret password) {
        if (!url.startsWith(EMBEDDED)) {
            return new StoreAddress(url, Optional.empty(), user, password);
        }
        Path file = folder.resolve(url.substring(EMBEDDED.length())).normalize();
        return new StoreAddress(EMBEDDED + file, Optional.of(file), user, password);
    }
}
