package io.leadloop.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.Kind;
import io.leadloop.canonical.RecordRef;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Agreed;
import io.leadloop.state.Facet;
import io.leadloop.state.Fact;
import io.leadloop.state.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PackedDocumentTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123456Z");
    private static final RecordRef REF = Words.ref("crm/Lead/00Q570000000001EAA");
    private final Codec<AggregateState> codec = new Codec<>(AggregateState.class);

    @Test
    void aStateIsReadBackAsItWasPacked() {
        AggregateState state = state();

        assertThat(codec.unpack(codec.pack(state))).isEqualTo(state);
    }

    @Test
    void agreedValuesAndFactsArePackedAsListsWithTimesAsNumbers() {
        assertThat(codec.pack(state()))
                .contains("\"Title\":[\"CFO\",1772452800123456]")
                .contains("\"Phone\":[\"\",0,3,\"+49\"]")
                .contains("\"jobTitle\":[\"CFO\",\"crm/Lead/00Q570000000001EAA\",0,");
    }

    @Test
    void aDocumentOfAnEarlierProgramIsRead() {
        String earlier = "1{\"id\":\"person:p1\",\"facets\":{\"crm/Lead/00Q570000000001EAA\":{\"ref\":"
                + "\"crm/Lead/00Q570000000001EAA\",\"standing\":\"PRIMARY\",\"seenVersion\":5,\"readVersion\":5,"
                + "\"changedAt\":\"2026-03-02T12:00:00.123456Z\",\"agreed\":{\"Title\":{\"value\":\"CFO\",\"at\":"
                + "\"2026-03-02T12:00:00.123456Z\",\"ours\":true}}}},\"facts\":{\"jobTitle\":{\"value\":\"CFO\",\"source\":"
                + "\"crm/Lead/00Q570000000001EAA\",\"notBefore\":\"1970-01-01T00:00:00Z\",\"at\":"
                + "\"2026-03-02T12:00:00.123456Z\",\"recordedAt\":\"2026-03-02T12:00:00.123456Z\",\"because\":\"newest\","
                + "\"where\":\"person.yaml:45:3\"}},\"journey\":{\"state\":\"INQUIRY\"}}";

        AggregateState read = codec.unpack(earlier);

        assertThat(read.facets().get(REF)).satisfies(facet -> {
            assertThat(facet.agreed())
                    .containsEntry(new FieldName("Title"), Agreed.written(text("CFO"), FieldValue.BLANK, NOON));
            assertThat(facet.firstSeen()).isEmpty();
        });
        assertThat(read.facts()).containsEntry("jobTitle", fact());
    }

    private static AggregateState state() {
        Facet facet = Facet.unseen(REF, "", Standing.PRIMARY, NOON)
                .agree(Map.of(
                        new FieldName("Title"),
                        Agreed.read(text("CFO"), NOON),
                        new FieldName("Phone"),
                        new Agreed(FieldValue.BLANK, Instant.EPOCH, true, Optional.of(text("+49")), true, 0)));
        return AggregateState.fresh(new AggregateId(Kind.PERSON, "p1"))
                .withFacet(facet)
                .withFact("jobTitle", fact())
                .withFact(
                        "emails",
                        new Fact(
                                FieldValue.Choices.of(List.of("a@x.example", "b@x.example")),
                                Optional.empty(),
                                NOON,
                                NOON,
                                NOON.plusNanos(7),
                                "all",
                                "here"));
    }

    private static Fact fact() {
        return new Fact(text("CFO"), Optional.of(REF), Instant.EPOCH, NOON, NOON, "newest", "person.yaml:45:3");
    }

    private static FieldValue text(String text) {
        return FieldValue.ofText(text);
    }
}
