package io.leadloop.app.store;

import io.leadloop.state.Fact;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** {@code [value, source, notBefore, at, recordedAt, because, where]}; a source that is missing is an empty text. */
final class FactWriter extends StdSerializer<Fact> {

    private final FieldValueWriter values = new FieldValueWriter();

    FactWriter() {
        super(Fact.class);
    }

    @Override
    public void serialize(Fact fact, JsonGenerator out, SerializationContext context) {
        out.writeStartArray();
        values.serialize(fact.value(), out, context);
        out.writeString(fact.source().map(Object::toString).orElse(""));
        Times.write(out, fact.notBefore());
        Times.write(out, fact.at());
        Times.write(out, fact.recordedAt());
        out.writeString(fact.because());
        out.writeString(fact.where());
        out.writeEndArray();
    }
}
