package io.leadloop.app.backup;

import java.util.Map;
import java.util.TreeMap;

/**
 * What an archive says of itself.
 *
 * @param format of the archive
 * @param schema of the store's tables
 * @param installation begins every key that was written to the vendors
 * @param madeAt by the machine's clock
 */
public record Manifest(int format, String schema, String installation, String madeAt, Map<String, Part> tables) {

    static final int FORMAT = 1;

    /** @param sha256 of the lines, unpacked */
    public record Part(long rows, String sha256) {}

    public Manifest {
        tables = new TreeMap<>(tables);
    }

    public long rows() {
        return tables.values().stream().mapToLong(Part::rows).sum();
    }
}
