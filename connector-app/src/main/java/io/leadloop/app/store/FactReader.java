package io.leadloop.app.store;

import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.RecordRef;
import io.leadloop.state.Fact;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads what {@link FactWriter} writes, and the object that programs before it wrote. */
final class FactReader extends StdDeserializer<Fact> {

    private final FieldValueReader values = new FieldValueReader();

    FactReader() {
        super(Fact.class);
    }

    @Override
    public Fact deserialize(JsonParser in, DeserializationContext context) {
        if (in.currentToken() == JsonToken.START_OBJECT) {
            return properties(in, context);
        }
        in.nextToken();
        FieldValue value = values.deserialize(in, context);
        in.nextToken();
        Optional<RecordRef> source = source(in.getString());
        Instant notBefore = time(in);
        Instant at = time(in);
        Instant recordedAt = time(in);
        in.nextToken();
        String because = Words.text(in.getString());
        in.nextToken();
        String where = Words.text(in.getString());
        in.nextToken();
        return new Fact(value, source, notBefore, at, recordedAt, because, where);
    }

    private static Instant time(JsonParser in) {
        in.nextToken();
        return Times.read(in);
    }

    private static Optional<RecordRef> source(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Words.ref(text));
    }

    private Fact properties(JsonParser in, DeserializationContext context) {
        Fact fact = new Fact(FieldValue.BLANK, Optional.empty(), Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, "", "");
        while (in.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = in.currentName();
            in.nextToken();
            fact = with(fact, name, in, context);
        }
        return fact;
    }

    private Fact with(Fact fact, String name, JsonParser in, DeserializationContext context) {
        FieldValue value = name.equals("value") ? values.deserialize(in, context) : fact.value();
        return new Fact(
                value,
                name.equals("source") ? source(in.getString()) : fact.source(),
                name.equals("notBefore") ? Times.read(in) : fact.notBefore(),
                name.equals("at") ? Times.read(in) : fact.at(),
                name.equals("recordedAt") ? Times.read(in) : fact.recordedAt(),
                name.equals("because") ? in.getString() : fact.because(),
                name.equals("where") ? in.getString() : fact.where());
    }
}
