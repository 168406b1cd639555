package io.leadloop.app.store;

import io.leadloop.canonical.FieldValue;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Text is a string, blank the empty one, a flag true or false, choices a list; the others are an object with their tag. */
final class FieldValueWriter extends StdSerializer<FieldValue> {

    FieldValueWriter() {
        super(FieldValue.class);
    }

    @Override
    public void serialize(FieldValue value, JsonGenerator out, SerializationContext context) {
        if (value instanceof FieldValue.Text text) {
            out.writeString(text.text());
        } else if (value instanceof FieldValue.Flag flag) {
            out.writeBoolean(flag.value());
        } else if (value instanceof FieldValue.Choices choices) {
            out.writeStartArray();
            choices.values().forEach(out::writeString);
            out.writeEndArray();
        } else if (value instanceof FieldValue.Number number) {
            tagged(out, "number", number.value().toString());
        } else if (value instanceof FieldValue.Day day) {
            tagged(out, "day", day.text());
        } else if (value instanceof FieldValue.Moment moment) {
            tagged(out, "moment", moment.text());
        } else {
            out.writeString("");
        }
    }

    private static void tagged(JsonGenerator out, String tag, String text) {
        out.writeStartObject();
        out.writeStringProperty(tag, text);
        out.writeEndObject();
    }
}
