package io.leadloop.pipeline;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.RecordRef;
import io.leadloop.lifecycle.Event;
import io.leadloop.review.ReviewItem;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Facet;
import io.leadloop.state.PingPong;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/** What goes on the review list. Questions hold refs and field names, no values. */
final class Questions {

    /** A choice: what nobody understands may be written over. */
    static final String OVERWRITE = "overwrite";

    /** A choice: a frozen field is written again, the value that holds stands. */
    static final String RELEASE = "release";

    void ask(Desk desk, AggregateState state, Sighting sighting, Observed observed) {
        RecordRef ref = sighting.record().ref();
        observed.kept().forEach(field -> firstSight(desk, state.id(), ref, field));
        observed.unknown()
                .forEach((field, unknown) -> put(
                        desk,
                        ReviewItem.Kind.UNKNOWN_VALUE,
                        Optional.of(state.id()),
                        List.of(ref),
                        field.value(),
                        "A value of this field is not in the value table (" + unknown.where()
                                + "); the field stands still. Add the value to the table, or decide.",
                        List.of("ignore", OVERWRITE)));
        observed.frozen().forEach(field -> frozen(desk, state, field));
        observed.understood()
                .forEach(field -> desk.store()
                        .item(id(ReviewItem.Kind.UNKNOWN_VALUE, Optional.of(state.id()), List.of(ref), field.value()))
                        .filter(item -> item.decision().isEmpty())
                        .ifPresent(item -> desk.review(item.decided("understood"))));
    }

    /** Asked anew each time that it freezes: the id holds when it began. */
    private static void frozen(Desk desk, AggregateState state, String field) {
        List<RecordRef> sides = state.facets().values().stream()
                .filter(facet -> facet.isInUse() && facet.part().isEmpty())
                .map(Facet::ref)
                .sorted()
                .toList();
        PingPong pingPong = Objects.requireNonNull(state.pingPongs().get(field));
        String question = "Undoing each other in " + field + ": "
                + sides.stream().map(RecordRef::toString).collect(Collectors.joining(" and ")) + ". " + pingPong.flips()
                + " times within a day a value that we had carried over was put back. It is written to none of them"
                + " until you decide; look for a workflow or a flow that sets it.";
        String id = id(ReviewItem.Kind.PING_PONG, Optional.of(state.id()), sides, field + "@" + pingPong.since());
        desk.review(new ReviewItem(
                id,
                ReviewItem.Kind.PING_PONG,
                Optional.of(state.id()),
                sides,
                field,
                question,
                List.of(RELEASE, "crm", "marketing"),
                desk.now(),
                Optional.empty()));
    }

    void ambiguous(Desk desk, RecordRef ref, List<AggregateId> candidates) {
        List<String> choices =
                new ArrayList<>(candidates.stream().map(AggregateId::value).toList());
        choices.add("separate");
        put(
                desk,
                ReviewItem.Kind.AMBIGUOUS_MATCH,
                Optional.empty(),
                List.of(ref),
                "",
                "Several records could be this one; nothing was linked.",
                choices);
    }

    /** It is known now whose record this is: a conversion or a merge has said so. */
    void belongs(Desk desk, RecordRef ref) {
        close(desk, id(ReviewItem.Kind.AMBIGUOUS_MATCH, Optional.empty(), List.of(ref), ""));
    }

    /** The record took another's place: its values were that one's, not seen for the first time. */
    void overtaken(Desk desk, AggregateId aggregate, RecordRef ref, String field) {
        close(desk, id(ReviewItem.Kind.FIRST_SIGHT, Optional.of(aggregate), List.of(ref), field));
    }

    /**
     * The record is out of use. What was kept apart in it is still to be decided, about the one that took its place.
     *
     * @param successor empty if nothing is left to choose
     */
    void handOn(Desk desk, AggregateId aggregate, String field, RecordRef record, Optional<RecordRef> successor) {
        desk.store()
                .item(id(ReviewItem.Kind.FIRST_SIGHT, Optional.of(aggregate), List.of(record), field))
                .filter(item -> item.decision().isEmpty())
                .ifPresent(item -> {
                    desk.review(item.decided("handed on"));
                    successor.ifPresent(ref -> firstSight(desk, aggregate, ref, field));
                });
    }

    private static void firstSight(Desk desk, AggregateId aggregate, RecordRef record, String field) {
        put(
                desk,
                ReviewItem.Kind.FIRST_SIGHT,
                Optional.of(aggregate),
                List.of(record),
                field,
                "The two systems had different values when they were linked; both were kept.",
                List.of("keep-both", "crm", "marketing"));
    }

    private static void close(Desk desk, String id) {
        desk.store()
                .item(id)
                .filter(item -> item.decision().isEmpty())
                .ifPresent(item -> desk.review(item.decided("linked")));
    }

    void foreignKey(Desk desk, RecordRef ref) {
        put(
                desk,
                ReviewItem.Kind.FOREIGN_KEY,
                Optional.empty(),
                List.of(ref),
                "",
                "The record carries the key of another installation of LeadLoop.",
                List.of("ignore", "adopt"));
    }

    void withoutEmail(Desk desk, AggregateState person) {
        put(
                desk,
                ReviewItem.Kind.PERSON_WITHOUT_EMAIL,
                Optional.of(person.id()),
                List.copyOf(person.facets().keySet()),
                "email",
                "The person meets the definition but has no mail address, so no lead is created.",
                List.of("wait"));
    }

    void duplicate(Desk desk, AggregateState person, int cycle) {
        put(
                desk,
                ReviewItem.Kind.MERGE_PROPOSAL,
                Optional.of(person.id()),
                List.copyOf(person.facets().keySet()),
                "cycle " + cycle,
                "Sales says that this person exists twice; merge the records in the vendor's own screens.",
                List.of("merged", "not-a-duplicate"));
    }

    void refused(Desk desk, AggregateState person, Event.Refused refused) {
        put(
                desk,
                ReviewItem.Kind.ILLEGAL_MOVE,
                Optional.of(person.id()),
                List.copyOf(person.facets().keySet()),
                refused.from() + ">" + refused.wanted(),
                "The CRM shows a move that is not legal: " + refused.why() + ". It was kept as it is.",
                List.of("ignore"));
    }

    private static void put(
            Desk desk,
            ReviewItem.Kind kind,
            Optional<AggregateId> aggregate,
            List<RecordRef> records,
            String field,
            String question,
            List<String> choices) {
        desk.review(new ReviewItem(
                id(kind, aggregate, records, field),
                kind,
                aggregate,
                records,
                field,
                question,
                choices,
                desk.now(),
                Optional.empty()));
    }

    private static String id(
            ReviewItem.Kind kind, Optional<AggregateId> aggregate, List<RecordRef> records, String field) {
        CRC32 crc = new CRC32();
        crc.update((kind + "|" + aggregate + "|" + records + "|" + field).getBytes(StandardCharsets.UTF_8));
        return "R-" + Long.toString(crc.getValue(), 36).toUpperCase(Locale.ROOT);
    }
}
