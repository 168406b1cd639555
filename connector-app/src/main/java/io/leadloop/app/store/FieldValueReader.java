package io.leadloop.app.store;

import io.leadloop.canonical.FieldValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads what {@link FieldValueWriter} writes. */
final class FieldValueReader extends StdDeserializer<FieldValue> {

    FieldValueReader() {
        super(FieldValue.class);
    }

    @Override
    public FieldValue deserialize(JsonParser in, DeserializationContext context) {
        if (in.currentToken() == JsonToken.VALUE_STRING) {
            return FieldValue.ofText(in.getString());
        }
        JsonNode node = context.readTree(in);
        if (node.isBoolean()) {
            return new FieldValue.Flag(node.asBoolean());
        }
        if (node.isArray()) {
            List<String> values = new ArrayList<>();
            node.forEach(value -> values.add(value.asString()));
            return FieldValue.Choices.of(values);
        }
        Map.Entry<String, JsonNode> tagged = node.properties().iterator().next();
        String text = tagged.getValue().asString();
        return switch (tagged.getKey()) {
            case "number" -> new FieldValue.Number(new BigDecimal(text));
            case "day" -> new FieldValue.Day(LocalDate.parse(text));
            case "moment" -> new FieldValue.Moment(Instant.parse(text));
            default -> throw new IllegalArgumentException("a value of unknown shape: " + tagged.getKey());
        };
    }

    @Override
    public Object getEmptyValue(DeserializationContext context) {
        return FieldValue.BLANK;
    }
}
