package io.leadloop.app.announce;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EndpointTest {

    /** The vector that the libraries of Standard Webhooks test themselves with. */
    @Test
    void theSignatureIsThatOfStandardWebhooks() {
        Endpoint endpoint = new Endpoint(
                URI.create("https://hooks.example"),
                Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
                Set.of(),
                false);

        assertThat(endpoint.signature(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1_614_265_330), "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        assertThat(endpoint).asString().doesNotContain("MfKQ");
    }
}
