package io.leadloop.pipeline;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.intake.Ring;
import io.leadloop.ledger.Store;
import io.leadloop.spi.VendorRecord;
import io.leadloop.state.Link;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the records that rang, in bulk, and takes them in as a page of any other source. What is not mapped, and what the
 * vendor does not have any more, is left to polling.
 */
final class Doorbells {

    private static final int PAGE = 500;

    private final Setup setup;
    private final Store store;
    private final PageWork pages;
    private final InstantSource clock;

    private record Place(ConnectionId connection, ObjectType type) {}

    Doorbells(Setup setup, Store store, PageWork pages, InstantSource clock) {
        this.setup = setup;
        this.store = store;
        this.pages = pages;
        this.clock = clock;
    }

    /** Whether anything rang. */
    boolean rang() {
        return !store.rung(1).isEmpty();
    }

    /** Whose records rang first, once they are read and planned. */
    Set<AggregateId> answerFirst() {
        List<Ring> rung = store.rung(PAGE);
        places(rung).forEach(this::answer);
        return store.links(rung.stream().map(Ring::ref).distinct().toList()).values().stream()
                .map(Link::aggregate)
                .collect(Collectors.toSet());
    }

    /** Until none is left; returns how many records were read. */
    long answer() {
        long read = 0;
        while (true) {
            List<Ring> rung = store.rung(PAGE);
            if (rung.isEmpty()) {
                return read;
            }
            for (Map.Entry<Place, List<Ring>> place : places(rung).entrySet()) {
                read += answer(place.getKey(), place.getValue());
            }
        }
    }

    private static Map<Place, List<Ring>> places(List<Ring> rung) {
        return rung.stream()
                .collect(Collectors.groupingBy(
                        ring -> new Place(ring.ref().connection(), ring.ref().type()),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    private int answer(Place place, List<Ring> rings) {
        Connected connected = setup.connected(place.connection());
        List<RecordRef> refs = rings.stream().map(Ring::ref).distinct().toList();
        List<VendorRecord> records = setup.mappings()
                .mapping(connected.system(), place.type())
                .map(mapping -> connected.adapter().reader().read(mapping.projection(place.type()), refs))
                .orElse(List.of());
        pages.take(connected, records, clock.instant(), desk -> rings.forEach(desk::answered));
        return records.size();
    }
}
