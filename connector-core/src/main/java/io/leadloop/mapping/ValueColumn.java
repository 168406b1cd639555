package io.leadloop.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words of one vendor field in a value table.
 *
 * @param written canonical value to the vendor's word; a value that is written as nothing is not in it
 * @param understood the vendor's word to the canonical value
 * @param converted the canonical value of a converted record, if the column says so
 * @param lossy canonical values whose word means another value when read back, as declared
 * @param order the vendor's words in the order of the table, without repeats
 */
public record ValueColumn(
        String name,
        Map<String, String> written,
        Map<String, String> understood,
        Optional<String> converted,
        Set<String> lossy,
        List<String> order) {

    public ValueColumn {
        written = Map.copyOf(written);
        understood = Map.copyOf(understood);
        lossy = Set.copyOf(lossy);
        order = List.copyOf(order);
    }

    public Optional<String> write(String canonical) {
        return Optional.ofNullable(written.get(canonical));
    }

    public Optional<String> read(String vendor) {
        return Optional.ofNullable(understood.get(vendor));
    }
}
