package io.leadloop.app.http;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a rep thinks of a content, as it was sent. */
record VoteBody(String content, boolean helped) {

    static final List<String> FIELDS = List.of("answer", "content", "helped");

    private static final String VOTE = "vote";

    static boolean isOne(JsonNode body) {
        return body.path("answer").isString() && body.path("answer").asString().equals(VOTE);
    }

    /** @throws Refused BAD_REQUEST with every mistake */
    static VoteBody read(JsonNode body) {
        List<Problem.Mistake> mistakes = new ArrayList<>();
        JsonNode content = body.path("content");
        if (!content.isString() || content.asString().isBlank()) {
            mistakes.add(new Problem.Mistake("/content", "'content' is no title", "Send one that the card shows"));
        }
        if (!body.path("helped").isBoolean()) {
            mistakes.add(new Problem.Mistake("/helped", "'helped' is neither true nor false", "Send true or false"));
        }
        if (!mistakes.isEmpty()) {
            throw Refused.of(Code.BAD_REQUEST, mistakes);
        }
        return new VoteBody(content.asString(), body.path("helped").asBoolean());
    }
}
