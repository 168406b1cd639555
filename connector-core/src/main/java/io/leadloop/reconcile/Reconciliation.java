package io.leadloop.reconcile;

import java.util.List;

/**
 * What a comparison found.
 *
 * @param compared fields
 * @param explained differences that are known: on their way, on the review list, kept on purpose
 * @param unexplained everything else, by record and field
 */
public record Reconciliation(long compared, long explained, List<Difference> unexplained) {

    public Reconciliation {
        unexplained = List.copyOf(unexplained);
    }
}
