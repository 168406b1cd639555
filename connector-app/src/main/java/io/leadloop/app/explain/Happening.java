package io.leadloop.app.explain;

import java.time.Instant;
import java.util.List;

/**
 * One thing that happened to a person.
 *
 * @param kind {@code moved}, {@code handed off}, {@code lost}, {@code written}, {@code waiting}
 * @param head a word or two: the state, the system
 * @param text what happened
 * @param more why and where, one line each
 */
public record Happening(Instant at, String kind, String head, String text, List<String> more) {

    public Happening {
        more = List.copyOf(more);
    }
}
