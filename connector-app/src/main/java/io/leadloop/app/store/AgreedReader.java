package io.leadloop.app.store;

import io.leadloop.canonical.FieldValue;
import io.leadloop.state.Agreed;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads what {@link AgreedWriter} writes, and the object that programs before it wrote. */
final class AgreedReader extends StdDeserializer<Agreed> {

    private final FieldValueReader values = new FieldValueReader();

    AgreedReader() {
        super(Agreed.class);
    }

    @Override
    public Agreed deserialize(JsonParser in, DeserializationContext context) {
        if (in.currentToken() == JsonToken.START_OBJECT) {
            return properties(in, context);
        }
        in.nextToken();
        FieldValue value = values.deserialize(in, context);
        in.nextToken();
        Instant at = Times.read(in);
        int flags = 0;
        int replaced = 0;
        Optional<FieldValue> declined = Optional.empty();
        if (in.nextToken() != JsonToken.END_ARRAY) {
            flags = in.getIntValue();
            JsonToken next = in.nextToken();
            if ((flags & AgreedWriter.REPLACED) != 0) {
                replaced = in.getIntValue();
                next = in.nextToken();
            }
            if (next != JsonToken.END_ARRAY) {
                declined = Optional.of(values.deserialize(in, context));
                in.nextToken();
            }
        }
        boolean ours = (flags & AgreedWriter.OURS) != 0;
        return new Agreed(value, at, ours, declined, (flags & AgreedWriter.STOPPED) != 0, replaced);
    }

    private Agreed properties(JsonParser in, DeserializationContext context) {
        FieldValue value = FieldValue.BLANK;
        Instant at = Instant.EPOCH;
        boolean ours = false;
        boolean stopped = false;
        Optional<FieldValue> declined = Optional.empty();
        while (in.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = in.currentName();
            in.nextToken();
            switch (name) {
                case "value" -> value = values.deserialize(in, context);
                case "at" -> at = Times.read(in);
                case "ours" -> ours = in.getBooleanValue();
                case "stopped" -> stopped = in.getBooleanValue();
                case "declined" -> declined = Optional.of(values.deserialize(in, context));
                default -> in.skipChildren();
            }
        }
        return new Agreed(value, at, ours, declined, stopped, 0);
    }
}
