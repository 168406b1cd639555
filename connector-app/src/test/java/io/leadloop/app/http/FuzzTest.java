package io.leadloop.app.http;

import static io.leadloop.app.http.Served.DANA;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.app.keys.KeyRole;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is sent, the answer is described, and never a fault of ours. */
class FuzzTest {

    private static final int REQUESTS = 1_000;
    private static final List<String> PATHS = List.of(
            "/api/v1/people/%s",
            "/api/v1/people/%s/explanation?field=%s",
            "/api/v1/handoffs?state=%s&since=%s",
            "/api/v1/handoffs?owner=%s&cursor=%s",
            "/api/v1/handoffs?limit=%s",
            "/api/v1/handoffs/%s",
            "/api/v1/receipts/%s",
            "/api/v1/%s",
            "/%s/%s");
    private static final List<String> WORDS = List.of(
            "accept",
            "reject",
            "correct",
            "F-SIZE",
            "N-TIMING",
            "X-SPAM",
            "HANDED_OFF",
            "2026-12-01",
            "answer",
            "to",
            "by",
            "reason",
            "comment",
            "revisitOn",
            "person",
            "hubspot:1",
            "salesforce:",
            ":",
            "@",
            "a@b",
            "-1",
            "p1-1",
            "0",
            "99999999999999999999",
            "..",
            "%",
            "\u0000",
            "\uD800",
            "ü💶",
            "' OR 1=1 --",
            "{",
            "[]",
            "null",
            "\r\n",
            "");

    @TempDir
    Path folder = Path.of("");

    @Test
    void aThousandOddRequestsFindNoFault() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (Served served = new Served(folder, Served.CARD)) {
            String handoff = served.json("/api/v1/people/" + DANA)
                    .path("openHandoff")
                    .path("id")
                    .asString();
            for (int i = 0; i < REQUESTS; i++) {
                String answered = random.nextInt(4) == 0 ? encoded(word(random)) : handoff;
                HttpRequest.Builder request = switch (random.nextInt(5)) {
                    case 0, 1 -> get(served, random);
                    case 2, 3 -> post(served, random, answered);
                    default -> signed(served, random, answered);
                };
                HttpResponse<String> response = served.sendUnchecked(request);
                assertThat(response.statusCode())
                        .as("seed " + seed + ", request " + i + ": " + response.request() + " " + response.body())
                        .isLessThan(500);
                served.contract.check(response);
            }
        }
    }

    private static HttpRequest.Builder get(Served served, Random random) {
        String path = PATHS.get(random.nextInt(PATHS.size()));
        return served.as(KeyRole.ADMIN, path.formatted(encoded(word(random)), encoded(word(random))));
    }

    private static HttpRequest.Builder post(Served served, Random random, String handoff) {
        String path = random.nextInt(4) == 0 ? "/api/v1/people/find" : "/api/v1/handoffs/" + handoff + "/answers";
        String type = random.nextInt(10) == 0 ? "text/plain" : "application/json";
        HttpRequest.Builder request = served.as(KeyRole.ADMIN, path)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body(random)));
        return random.nextInt(10) == 0 ? request : request.header("Idempotency-Key", "k" + random.nextInt(50));
    }

    private static HttpRequest.Builder signed(Served served, Random random, String handoff) {
        boolean reads = random.nextBoolean();
        String path = reads
                ? "/api/v1/cards/hubspot/" + (random.nextBoolean() ? encoded(word(random)) : "40000000001")
                : "/api/v1/handoffs/" + handoff + "/answers";
        String asked = path + "?" + (random.nextInt(5) == 0 ? encoded(word(random)) + "&" : "")
                + "userId=8000001&portalId=9000001&userEmail=a%40b&appId=7000001"
                + (random.nextInt(5) == 0 ? "&receipt=" + encoded(word(random)) : "");
        String body = reads
                ? ""
                : new String(body(random), StandardCharsets.UTF_8)
                        .replaceFirst("\\{", "{\"requestId\":\"r" + random.nextInt(50) + "\",");
        return served.signed(reads ? "GET" : "POST", asked, body, Served.APP_SECRET, java.time.Instant.now());
    }

    private static byte[] body(Random random) {
        if (random.nextInt(5) == 0) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            return noise;
        }
        StringBuilder body = new StringBuilder("{");
        int fields = random.nextInt(6);
        for (int i = 0; i < fields; i++) {
            body.append(i == 0 ? "" : ",")
                    .append(quoted(random.nextInt(5) == 0 ? word(random) : AnswerBody.FIELDS.get(random.nextInt(6))))
                    .append(":")
                    .append(value(random));
        }
        body.append(random.nextInt(20) == 0 ? "" : "}");
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String value(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> Integer.toString(random.nextInt());
            case 1 -> "null";
            case 2 -> "[" + quoted(word(random)) + "]";
            case 3 -> "{\"a\":1}";
            default -> quoted(word(random));
        };
    }

    private static String quoted(String word) {
        return "\""
                + word.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\r\n", "\\r\\n")
                        .replace("\u0000", "\\u0000")
                + "\"";
    }

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
