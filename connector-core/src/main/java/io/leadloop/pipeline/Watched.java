package io.leadloop.pipeline;

import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.SystemId;
import io.leadloop.mapping.Mapping;
import io.leadloop.mapping.MappingSet;
import java.util.List;

/** What a pass asks a vendor for. */
public final class Watched {

    private Watched() {}

    /** One for each call that even a pass without news makes. */
    public static List<ObjectType> types(MappingSet mappings, SystemId system) {
        return mappings.mappings().stream()
                .filter(mapping -> mapping.system().equals(system) && Watch.isPolled(mapping))
                .map(Mapping::targets)
                .flatMap(List::stream)
                .toList();
    }
}
