package io.leadloop.pipeline;

import io.leadloop.canonical.Kind;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.Role;
import io.leadloop.mapping.Mapping;
import io.leadloop.spi.Projection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One object type that is polled, and in which order: what others rest on first, the CRM's people before marketing's. */
record Watch(Connected connected, Mapping mapping, ObjectType type) {

    private static final List<Kind> ORDER =
            List.of(Kind.COMPANY, Kind.CAMPAIGN, Kind.PERSON, Kind.OPPORTUNITY, Kind.TOUCHPOINT, Kind.HANDOFF);

    static List<Watch> of(Setup setup) {
        List<Watch> all = new ArrayList<>();
        for (Connected connected : setup.connections()) {
            for (Mapping mapping : setup.mappings().mappings()) {
                if (mapping.system().equals(connected.system()) && isPolled(mapping)) {
                    mapping.targets().forEach(type -> all.add(new Watch(connected, mapping, type)));
                }
            }
        }
        all.sort(Comparator.comparing(
                        (Watch watch) -> ORDER.indexOf(watch.mapping().kind()))
                .thenComparing(watch -> watch.connected().role() == Role.MARKETING)
                .thenComparing(watch -> watch.mapping().part().isPresent()));
        return List.copyOf(all);
    }

    /** What we only write, such as the owner's alert, is not asked for. */
    static boolean isPolled(Mapping mapping) {
        boolean listens = mapping.kind() != Kind.HANDOFF
                || mapping.rows().stream().anyMatch(row -> !row.answers().isEmpty());
        return ORDER.contains(mapping.kind()) && listens;
    }

    Projection projection() {
        return mapping.projection(type);
    }

    /** Set once everything that there is has been read. */
    String wholeName() {
        return "whole/" + connected.id() + "/" + type;
    }

    String cursorName() {
        return "cursor/" + connected.id() + "/" + type;
    }
}
