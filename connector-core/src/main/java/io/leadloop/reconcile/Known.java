package io.leadloop.reconcile;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.RecordRef;
import io.leadloop.ledger.Entry;
import io.leadloop.ledger.Store;
import io.leadloop.review.ReviewItem;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Agreed;
import io.leadloop.state.Facet;
import io.leadloop.state.Standing;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Differences that somebody already knows of. */
final class Known {

    private final Set<String> underWay = new HashSet<>();
    private final Set<String> asked = new HashSet<>();

    Known(Store store) {
        for (Entry entry : store.allOpen()) {
            entry.ref().ifPresent(ref -> entry.deltas().keySet().forEach(field -> underWay.add(place(ref, field))));
        }
        for (ReviewItem item : store.open()) {
            item.records().forEach(ref -> asked.add(ref + "|" + item.field()));
        }
    }

    /** @param names the canonical fields that stand in this field */
    boolean explains(AggregateState state, Facet facet, FieldName field, Collection<String> names) {
        RecordRef ref = facet.ref();
        boolean declined = Optional.ofNullable(facet.agreed().get(field))
                .flatMap(Agreed::declined)
                .isPresent();
        return declined
                || names.stream().anyMatch(state::isFrozen)
                || underWay.contains(place(ref, field))
                || asked.contains(place(ref, field))
                || asked.contains(ref + "|")
                || names.stream().anyMatch(name -> asked.contains(ref + "|" + name))
                || state.losses().stream()
                        .anyMatch(
                                loss -> loss.source().equals(ref) && !loss.restored() && names.contains(loss.field()));
    }

    /** A vendor moves ties from a converted or merged record to its survivor by itself. */
    static boolean followedTheRecord(AggregateState state, Facet facet, FieldValue expected, FieldValue found) {
        return state.facets().values().stream()
                        .filter(other ->
                                other.ref().connection().equals(facet.ref().connection()))
                        .anyMatch(other -> other.standing() == Standing.RETIRED
                                && other.ref().id().equals(expected.text()))
                && state.facets().values().stream()
                        .filter(other ->
                                other.ref().connection().equals(facet.ref().connection()))
                        .anyMatch(other -> other.isInUse() && other.ref().id().equals(found.text()));
    }

    private static String place(RecordRef ref, FieldName field) {
        return ref + "|" + field.value();
    }
}
