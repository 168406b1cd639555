package io.leadloop.ledger;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.RecordRef;
import io.leadloop.state.Slot;
import java.util.HashSet;
import java.util.Set;

/**
 * Records that some entry has already. Two entries are about the same record if they name the same one; an entry that
 * does not know its record yet shares one with every entry of its aggregate's slot. Used by one thread.
 */
public final class TakenRecords {

    private record Place(AggregateId aggregate, Slot slot) {}

    private final Set<RecordRef> records = new HashSet<>();
    private final Set<Place> places = new HashSet<>();
    private final Set<Place> wholePlaces = new HashSet<>();

    public void take(Entry entry) {
        Place place = new Place(entry.aggregate(), entry.slot());
        places.add(place);
        entry.ref().ifPresentOrElse(records::add, () -> wholePlaces.add(place));
    }

    public boolean holds(Entry entry) {
        Place place = new Place(entry.aggregate(), entry.slot());
        return entry.ref()
                .map(ref -> records.contains(ref) || wholePlaces.contains(place))
                .orElseGet(() -> places.contains(place));
    }

    /** Takes the record unless it is taken. */
    public boolean tryTake(Entry entry) {
        if (holds(entry)) {
            return false;
        }
        take(entry);
        return true;
    }
}
