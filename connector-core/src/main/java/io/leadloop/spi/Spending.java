package io.leadloop.spi;

import io.leadloop.canonical.ObjectType;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts an adapter's own calls by the object that they are about. Any thread may use it. */
public final class Spending {

    private final ConcurrentMap<ObjectType, LongAdder> calls = new ConcurrentHashMap<>();

    public void count(ObjectType about) {
        calls.computeIfAbsent(about, type -> new LongAdder()).increment();
    }

    /** Calls so far, failed ones too. */
    public Map<ObjectType, Long> byObject() {
        Map<ObjectType, Long> counted = new TreeMap<>();
        calls.forEach((about, number) -> counted.put(about, number.sum()));
        return counted;
    }
}
