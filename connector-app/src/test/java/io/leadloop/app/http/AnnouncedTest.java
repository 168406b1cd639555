package io.leadloop.app.http;

import static io.leadloop.app.http.Served.DANA;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.leadloop.fixtures.simulator.UserEdit;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A receiver of webhooks on this machine, which checks each signature in its own way. */
class AnnouncedTest {

    private static final String SECRET = "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldA==";

    private final HttpServer receiver;
    private final List<JsonNode> received = Collections.synchronizedList(new ArrayList<>());
    private final List<String> ids = Collections.synchronizedList(new ArrayList<>());
    private final List<String> forged = Collections.synchronizedList(new ArrayList<>());
    private final Served served;

    AnnouncedTest(@TempDir Path folder) throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/leadloop", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String id = exchange.getRequestHeaders().getFirst("webhook-id");
            String time = exchange.getRequestHeaders().getFirst("webhook-timestamp");
            String expected = "v1," + hmac(id + "." + time + "." + body);
            boolean recent = Math.abs(Instant.now().getEpochSecond() - Long.parseLong(time)) < 300;
            if (!recent || !expected.equals(exchange.getRequestHeaders().getFirst("webhook-signature"))) {
                forged.add(id);
            }
            ids.add(id);
            received.add(JsonMapper.builder().build().readTree(body));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        served = new Served(
                folder,
                "",
                "webhooks-out: [{ url: 'http://127.0.0.1:"
                        + receiver.getAddress().getPort() + "/leadloop', secret: whsec_" + SECRET + " }]");
    }

    @AfterEach
    void end() {
        served.close();
        receiver.stop(0);
    }

    @Test
    void handoffsAndTheirAnswersAreToldOnceSignedAndWithoutAnAddress() {
        deliver();
        String handoff = handoff();
        assertThat(of(handoff)).containsExactly("handoff.created");

        served.clock.advance(Duration.ofHours(1));
        served.serving.next();
        served.answer(handoff, "k1", "{\"answer\":\"reject\",\"reason\":\"F-SIZE\",\"by\":\"Marco Ruiz\"}");
        served.answer(handoff, "k2", "{\"answer\":\"correct\",\"to\":\"accept\",\"by\":\"Marco Ruiz\"}");
        served.serving.next();
        served.serving.next();
        deliver();

        assertThat(of(handoff)).containsExactly("handoff.created", "handoff.rejected", "handoff.corrected");
        assertThat(forged).isEmpty();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(received.toString())
                .doesNotContain("@")
                .doesNotContain("Whitfield")
                .doesNotContain("Marco");
        assertThat(served.opened.outbox().waiting()).isZero();
    }

    @Test
    void anAnswerInTheCrmSilenceAndAWithdrawalAreToldToo() {
        deliver();
        served.clock.advance(Duration.ofHours(1));
        String lead = served.lead(DANA).orElseThrow().getOrDefault("Id", "");
        served.simulators
                .salesforce()
                .simulator()
                .edit(new UserEdit("Marco Ruiz", "Lead", Optional.of(lead), Map.of("Status", "Working"), false));
        served.serving.next();
        served.clock.advance(Duration.ofDays(4));
        served.simulators
                .salesforce()
                .simulator()
                .edit(new UserEdit(
                        "Marco Ruiz", "Lead", Optional.of(lead), Map.of("HasOptedOutOfEmail", "true"), false));
        served.serving.next();
        deliver();

        assertThat(of(handoff())).contains("handoff.accepted");
        assertThat(received.stream().map(message -> message.path("type").asString()))
                .contains("handoff.expired", "consent.withdrawn");
        assertThat(forged).isEmpty();
    }

    private void deliver() {
        while (served.serving.courier().deliver() > 0) {
            assertThat(forged).isEmpty();
        }
    }

    private String handoff() {
        return served.json("/api/v1/people/" + DANA).path("id").asString() + "-1";
    }

    private List<String> of(String handoff) {
        return received.stream()
                .filter(message ->
                        message.path("data").path("handoff").asString("").equals(handoff))
                .map(message -> message.path("type").asString())
                .toList();
    }

    private static String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(SECRET), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
