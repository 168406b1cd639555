package io.leadloop.hubspot;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * An error as HubSpot words it: of a whole call, or of one row of a batch. Every part may be missing. The message stays
 * inside this package, because it repeats values.
 *
 * @param status the HTTP status; for a row of a 207 the status that its category stands for
 * @param codes of the inner errors, such as {@code INVALID_OPTION}
 * @param properties that the error names
 * @param known whether the body was JSON of HubSpot's shape, not a gateway's page
 */
record VendorError(
        int status,
        String category,
        Set<String> codes,
        Set<String> properties,
        String message,
        String correlation,
        JsonNode context,
        boolean known) {

    private static final String INVALID_VALUES = "Property values were not valid: ";

    static VendorError of(Reply reply) {
        return of(reply.status(), Json.lenient(reply.text()));
    }

    /** One of the {@code errors} of a 207. */
    static VendorError ofRow(JsonNode error) {
        String category = Json.text(error, "category");
        int status = switch (category) {
            case "CONFLICT", "OBJECT_ALREADY_EXISTS" -> 409;
            case "OBJECT_NOT_FOUND" -> 404;
            case "MISSING_SCOPES" -> 403;
            case "RATE_LIMITS" -> 429;
            default -> 400;
        };
        return of(status, error);
    }

    private static VendorError of(int status, JsonNode body) {
        String category = Stream.of("category", "policyName", "errorType", "error")
                .map(field -> Json.text(body, field))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        String message = Json.text(body, "message");
        Set<String> codes = new LinkedHashSet<>();
        Set<String> properties = new LinkedHashSet<>();
        inner(body).forEach(error -> {
            add(codes, Json.text(error, "code"));
            add(codes, Json.text(error, "error"));
            add(codes, Json.text(error, "subCategory"));
            add(properties, Json.text(error, "name"));
            names(error.path("context")).forEach(name -> add(properties, name));
        });
        add(codes, Json.text(body, "subCategory"));
        names(body.path("context")).forEach(name -> add(properties, name));
        boolean known = body.isObject() && (!category.isEmpty() || !message.isEmpty());
        return new VendorError(
                status,
                category,
                codes,
                properties,
                message,
                Json.word(Json.text(body, "correlationId")),
                body.path("context"),
                known);
    }

    boolean says(String code) {
        return category.equals(code) || codes.stream().anyMatch(each -> each.equals(code) || each.endsWith("." + code));
    }

    boolean mentions(String words) {
        return message.contains(words);
    }

    /** The vendor's most precise word for it. */
    String code() {
        return codes.stream().findFirst().orElse(category.isEmpty() ? "HTTP_" + status : category);
    }

    List<String> inContext(String field) {
        JsonNode values = context.path(field);
        return values.isArray()
                ? texts(values).toList()
                : Stream.of(Json.text(context, field))
                        .filter(text -> !text.isEmpty())
                        .toList();
    }

    private static Stream<JsonNode> inner(JsonNode body) {
        JsonNode message = Json.object();
        int start = Json.text(body, "message").indexOf(INVALID_VALUES);
        if (start >= 0) {
            message = Json.lenient(Json.text(body, "message").substring(start + INVALID_VALUES.length()));
        }
        return Stream.concat(stream(body.path("errors")), message.isArray() ? stream(message) : Stream.empty());
    }

    private static Stream<String> names(JsonNode context) {
        return texts(context.path("propertyName"));
    }

    private static Stream<String> texts(JsonNode array) {
        return stream(array).map(each -> each.asString(""));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static void add(Set<String> set, String text) {
        String word = Json.word(text);
        if (!word.isEmpty()) {
            set.add(word);
        }
    }
}
