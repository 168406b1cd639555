package io.leadloop.store.memory;

import io.leadloop.intake.Ring;
import java.util.List;
import java.util.TreeMap;

/** Doorbells by their numbers. */
final class InboxTable {

    private final TreeMap<Long, Ring> rings = new TreeMap<>();
    private long last;

    void add(Ring ring) {
        put(new Ring(last + 1, ring.ref(), ring.rungAt()));
    }

    /** One that has its number already. */
    void put(Ring ring) {
        rings.put(ring.number(), ring);
        last = Math.max(last, ring.number());
    }

    void remove(Ring ring) {
        rings.remove(ring.number());
    }

    List<Ring> oldest(int limit) {
        return rings.values().stream().limit(limit).toList();
    }

    InboxTable copy() {
        InboxTable copy = new InboxTable();
        rings.values().forEach(copy::put);
        copy.last = last;
        return copy;
    }
}
