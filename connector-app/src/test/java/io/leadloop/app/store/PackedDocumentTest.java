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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterOutputStream;
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
        assertThat(new String(codec.pack(state()), StandardCharsets.US_ASCII))
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

        AggregateState read = codec.unpack(earlier.getBytes(StandardCharsets.US_ASCII));

        assertThat(read.facets().get(REF)).satisfies(facet -> {
            assertThat(facet.agreed())
                    .containsEntry(new FieldName("Title"), Agreed.written(text("CFO"), FieldValue.BLANK, NOON));
            assertThat(facet.firstSeen()).isEmpty();
        });
        assertThat(read.facts()).containsEntry("jobTitle", fact());
    }

    @Test
    void aLongDocumentIsDeflatedAndReadBack() {
        AggregateState state = longOne();

        byte[] packed = codec.pack(state);

        assertThat(packed).startsWith('1', 'd').hasSizeLessThan(1_000);
        assertThat(codec.unpack(packed)).isEqualTo(state);
        assertThat(codec.unpack(codec.pack(state()))).isEqualTo(state());
    }

    @Test
    void aDeflatedTextOfAnEarlierProgramIsRead() throws IOException {
        AggregateState state = longOne();
        byte[] now = codec.pack(state);
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        try (InflaterOutputStream out = new InflaterOutputStream(json, new Inflater(true))) {
            out.write(now, 2, now.length - 2);
        }
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(deflated)) {
            json.writeTo(out);
        }

        String earlier = "1z" + Base64.getEncoder().encodeToString(deflated.toByteArray());

        assertThat(codec.unpack(earlier.getBytes(StandardCharsets.US_ASCII))).isEqualTo(state);
    }

    private static AggregateState longOne() {
        AggregateState state = state();
        for (int i = 0; i < 30; i++) {
            state = state.withFact("field" + i, fact());
        }
        return state;
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
