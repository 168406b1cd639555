package io.leadloop.app.explain;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.Handoff;
import io.leadloop.canonical.Kind;
import io.leadloop.canonical.LifecycleState;
import io.leadloop.ledger.Store;
import io.leadloop.state.AggregateState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Walks through hand-offs, person by person, in the order of our own ids. */
public final class HandoffSearch {

    private static final int PAGE = 500;
    /** A page that finds little ends here, with a place to go on from. */
    private static final int MOST_PEOPLE = 10_000;

    private static final Pattern ID = Pattern.compile("(p[0-9a-z]{1,40})-([1-9][0-9]{0,4})");

    private final Store store;

    public HandoffSearch(Store store) {
        this.store = store;
    }

    /** A hand-off with its person. */
    public record Found(AggregateState person, Handoff handoff) {

        /** The person's id and the cycle. */
        public String id() {
            return HandoffSearch.id(person.id(), handoff.cycle());
        }
    }

    /**
     * @param owner as the CRM names it
     * @param since when the cycle began, this time included
     */
    public record Filter(Optional<LifecycleState> state, Optional<String> owner, Optional<Instant> since) {

        boolean takes(Found found) {
            return state.filter(wanted -> wanted != found.handoff().state()).isEmpty()
                    && owner.filter(wanted ->
                                    !wanted.equals(found.person().value("owner").text()))
                            .isEmpty()
                    && since.filter(start -> found.handoff().qualifiedAt().isBefore(start))
                            .isEmpty();
        }
    }

    /** @param next id of the last hand-off that was looked at, if there may be more */
    public record Page(List<Found> items, Optional<String> next) {

        public Page {
            items = List.copyOf(items);
        }
    }

    /** @param after a hand-off's id as a page gave it */
    public Page page(Filter filter, Optional<String> after, int limit) {
        List<Found> items = new ArrayList<>();
        Optional<Place> start = after.flatMap(HandoffSearch::place);
        Optional<AggregateId> last = start.map(Place::person);
        List<AggregateState> people = start.map(
                        place -> List.copyOf(store.load(List.of(place.person())).values()))
                .orElse(List.of());
        int looked = 0;
        while (true) {
            for (AggregateState person : people) {
                for (Handoff handoff : person.journey().handoffs()) {
                    Found found = new Found(person, handoff);
                    boolean seen = start.filter(
                                    place -> place.person().equals(person.id()) && handoff.cycle() <= place.cycle())
                            .isPresent();
                    if (!seen && person.mergedInto().isEmpty() && filter.takes(found)) {
                        items.add(found);
                    }
                    if (items.size() == limit) {
                        return new Page(items, Optional.of(found.id()));
                    }
                }
                last = Optional.of(person.id());
            }
            looked += people.size();
            if (looked >= MOST_PEOPLE) {
                return new Page(items, last.map(id -> id(id, 99_999)));
            }
            people = store.scan(Kind.PERSON, last, PAGE);
            if (people.isEmpty()) {
                return new Page(items, Optional.empty());
            }
        }
    }

    /** Of a person that was merged into another there is none. */
    public Optional<Found> find(String id) {
        return place(id)
                .flatMap(place -> Optional.ofNullable(
                                store.load(List.of(place.person())).get(place.person()))
                        .filter(person -> person.mergedInto().isEmpty())
                        .flatMap(person -> person.journey().handoffs().stream()
                                .filter(handoff -> handoff.cycle() == place.cycle())
                                .findFirst()
                                .map(handoff -> new Found(person, handoff))));
    }

    /** A hand-off's id taken apart. */
    public record Place(AggregateId person, int cycle) {}

    /** Empty if this is no hand-off's id. */
    public static Optional<Place> place(String id) {
        Matcher matcher = ID.matcher(id);
        return matcher.matches()
                ? Optional.of(
                        new Place(new AggregateId(Kind.PERSON, matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    public static String id(AggregateId person, int cycle) {
        return person.value() + "-" + cycle;
    }
}
