package io.leadloop.hubspot;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON as the wire has it. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array(Collection<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    static ArrayNode nodes(Stream<? extends JsonNode> nodes) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        nodes.forEach(array::add);
        return array;
    }

    /** @throws JacksonException if the text is no JSON */
    static JsonNode parse(String text) {
        return MAPPER.readTree(text);
    }

    /** An empty object for anything that is no JSON. */
    static JsonNode lenient(String text) {
        try {
            return text.isBlank() ? object() : MAPPER.readTree(text);
        } catch (JacksonException e) {
            return object();
        }
    }

    static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isNull() ? "" : value.asString("");
    }

    /** ISO 8601 with or without fraction, or epoch milliseconds; 0 if it is neither. */
    static long millis(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        try {
            return text.chars().allMatch(Character::isDigit)
                    ? Long.parseLong(text)
                    : OffsetDateTime.parse(text).toInstant().toEpochMilli();
        } catch (DateTimeParseException e) {
            return 0;
        }
    }

    static Instant instant(String text) {
        return Instant.ofEpochMilli(millis(text));
    }

    /** A code as the vendor spells it, stripped of anything that a code does not hold. */
    static String word(String text) {
        String clean = text.replaceAll("[^A-Za-z0-9_.]", "");
        return clean.length() > 80 ? clean.substring(0, 80) : clean;
    }
}
