package io.leadloop.app.http;

import static io.leadloop.app.http.Served.DANA;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.fixtures.simulator.UserEdit;
import io.leadloop.policy.RunState;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HubSpot rings. */
class HooksTest {

    private static final String URL = "https://sync.example/hooks/hubspot";
    private static final String SECRET = "app-secret";

    @TempDir
    Path folder = Path.of("");

    private Served served;

    @BeforeEach
    void start() {
        served = new Served(folder, "webhooks: { url: " + URL + ", secret: " + SECRET + " }");
    }

    @AfterEach
    void end() {
        served.close();
    }

    @Test
    void aChangeThatIsPushedIsWrittenWithoutWaitingForAPoll() {
        edit("VP Operations");
        HttpResponse<String> rung = ring(event(), Instant.now());
        assertThat(rung.statusCode()).isEqualTo(200);
        assertThat(served.opened.store().rung(10)).hasSize(1);

        served.serving.attend();

        assertThat(served.opened.store().rung(10)).isEmpty();
        assertThat(served.lead(DANA).orElseThrow()).containsEntry("Title", "VP Operations");
    }

    @Test
    void whileItServesThatIsAMatterOfAMoment() {
        served.serving.begin();
        edit("VP Sales");
        ring(event(), Instant.now());

        Eventually.within(
                Duration.ofSeconds(20),
                () -> "VP Sales".equals(served.lead(DANA).orElseThrow().get("Title")));
    }

    @Test
    void whatIsLostOrComesTwiceDoesNoHarm() {
        edit("Head of Operations");
        ring(event(), Instant.now());
        ring(event(), Instant.now());
        served.serving.next();
        edit("Chief of Operations");
        served.serving.next();

        assertThat(served.lead(DANA).orElseThrow()).containsEntry("Title", "Chief of Operations");
        assertThat(served.opened.store().rung(10)).isEmpty();
    }

    @Test
    void inShadowItIsReadAndNotWritten() {
        served.opened.order(RunState.SHADOW);
        edit("VP Finance");
        ring(event(), Instant.now());
        served.serving.attend();

        assertThat(served.opened.store().rung(10)).isEmpty();
        assertThat(served.lead(DANA).orElseThrow().get("Title")).isNotEqualTo("VP Finance");
    }

    @Test
    void aBadOldOrMissingSignatureIsRefusedAndNothingIsKept() {
        HttpRequest.Builder unsigned = served.to("/hooks/hubspot")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(event()));

        assertThat(served.send(unsigned).statusCode()).isEqualTo(401);
        assertThat(ring(event(), Instant.now().minus(Duration.ofMinutes(6))).statusCode())
                .isEqualTo(401);
        assertThat(ring(event(), Instant.now(), "another-secret").statusCode()).isEqualTo(401);
        assertThat(served.opened.store().rung(10)).isEmpty();
    }

    @Test
    void whatIsTooLargeIsNotRead() {
        assertThat(ring("[" + " ".repeat(1_100_000) + "]", Instant.now()).statusCode())
                .isEqualTo(413);
    }

    @Test
    void whatIsGenuineAndCannotBeReadIsTakenOnce() {
        assertThat(ring("{", Instant.now()).statusCode()).isEqualTo(200);
        assertThat(served.get("/metrics").body()).contains("leadloop_hooks_total{outcome=\"unreadable\"} 1.0");
    }

    @Test
    void withoutAStoreHubSpotIsToldToComeAgain() {
        served.loseStore();
        assertThat(ring(event(), Instant.now()).statusCode()).isEqualTo(503);
    }

    private void edit(String title) {
        served.clock.advance(Duration.ofMinutes(10));
        served.simulators
                .hubSpot()
                .simulator()
                .edit(new UserEdit(
                        "Mia Marketer", "contact", Optional.of(contact()), Map.of("jobtitle", title), false));
    }

    private String contact() {
        return served.contact(DANA).getOrDefault("hs_object_id", "");
    }

    private String event() {
        return "[{\"portalId\":1,\"subscriptionType\":\"contact.propertyChange\",\"objectId\":" + contact() + "}]";
    }

    private HttpResponse<String> ring(String body, Instant at) {
        return ring(body, at, SECRET);
    }

    private HttpResponse<String> ring(String body, Instant at, String secret) {
        String timestamp = Long.toString(at.toEpochMilli());
        return served.send(served.to("/hooks/hubspot")
                .header("Content-Type", "application/json")
                .header("X-HubSpot-Request-Timestamp", timestamp)
                .header("X-HubSpot-Signature-v3", signed("POST" + URL + body + timestamp, secret))
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String signed(String text, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
