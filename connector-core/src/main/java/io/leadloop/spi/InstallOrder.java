package io.leadloop.spi;

import java.util.List;
import java.util.Set;

/**
 * What somebody wants installed.
 *
 * @param checkOnly asks the vendor whether it would work, and applies nothing
 * @param with names of parts that come only when asked for
 */
public record InstallOrder(boolean checkOnly, List<Adoption> adopted, Set<String> with) {

    public InstallOrder {
        adopted = List.copyOf(adopted);
        with = Set.copyOf(with);
    }

    public static InstallOrder plain() {
        return new InstallOrder(false, List.of(), Set.of());
    }

    public InstallOrder checking() {
        return new InstallOrder(true, adopted, with);
    }
}
