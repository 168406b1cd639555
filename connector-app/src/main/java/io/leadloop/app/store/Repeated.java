package io.leadloop.app.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Words that stand in most documents, such as names of fields: one object for each instead of one for each document. */
final class Repeated<T> {

    private static final int MOST = 10_000;

    private final Map<String, T> known = new ConcurrentHashMap<>();
    private final Function<String, T> read;

    Repeated(Function<String, T> read) {
        this.read = read;
    }

    T of(String word) {
        T one = known.get(word);
        if (one == null) {
            one = read.apply(word);
            if (known.size() < MOST) {
                known.put(word, one);
            }
        }
        return one;
    }
}
