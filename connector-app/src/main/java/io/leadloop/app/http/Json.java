package io.leadloop.app.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as it comes in and goes out: what is absent is left out, times are RFC 3339. */
final class Json {

    static final int LARGEST_BODY = 64 * 1_024;

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .changeDefaultPropertyInclusion(include -> include.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .build();

    private Json() {}

    /** The whole body. @throws Refused TOO_LARGE */
    static byte[] body(HttpServletRequest request, int most) {
        try {
            byte[] body = request.getInputStream().readNBytes(most + 1);
            if (body.length > most) {
                throw Refused.of(Code.TOO_LARGE, "At most " + most + " bytes are read", "the body");
            }
            return body;
        } catch (IOException e) {
            throw Refused.of(Code.BAD_REQUEST, "The body ended too early", "the body");
        }
    }

    /** A JSON object without other fields than these. @throws Refused BAD_REQUEST, TOO_LARGE */
    static JsonNode object(HttpServletRequest request, List<String> fields) {
        return object(request, any -> fields);
    }

    /** The same where the object itself tells which fields it may have. */
    static JsonNode object(HttpServletRequest request, Function<JsonNode, List<String>> of) {
        JsonNode node;
        try {
            node = MAPPER.readTree(body(request, LARGEST_BODY));
        } catch (JacksonException e) {
            throw Refused.of(
                    Code.BAD_REQUEST,
                    "The body is no JSON",
                    "line " + (e.getLocation() == null ? 1 : e.getLocation().getLineNr()));
        }
        if (!node.isObject()) {
            throw Refused.of(Code.BAD_REQUEST, "The body is no JSON object", "the body");
        }
        List<String> fields = of.apply(node);
        List<Problem.Mistake> unknown = node.propertyNames().stream()
                .filter(name -> !fields.contains(name))
                .map(name ->
                        new Problem.Mistake("/", "A field is not known here", "Send only " + String.join(", ", fields)))
                .limit(1)
                .toList();
        if (!unknown.isEmpty()) {
            throw Refused.of(Code.BAD_REQUEST, unknown);
        }
        return node;
    }

    static void answer(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status());
        response.setContentType("application/problem+json");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(MAPPER.writeValueAsBytes(problem));
    }
}
