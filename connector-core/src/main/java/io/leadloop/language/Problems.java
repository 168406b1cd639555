package io.leadloop.language;

import java.util.List;
import java.util.TreeSet;

/** Collects mistakes, so that a person sees all of them at once. For one thread. */
public final class Problems {

    private final TreeSet<Problem> found = new TreeSet<>();

    public void add(String what, Location where, String fix) {
        found.add(new Problem(what, where, fix));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** By file, line and column. */
    public List<Problem> list() {
        return List.copyOf(found);
    }

    /** @throws InvalidFiles with everything that was found, if anything was */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidFiles(list());
        }
    }
}
