package io.leadloop.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadloop.canonical.ConnectionId;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HubSpotConfigTest {

    private static final HubSpotCredentials TOKEN = new HubSpotCredentials.Token(new Secret("pat-eu1-hush"));

    @Test
    void allProblemsAreToldAtOnce() {
        Polling backwards = new Polling(Duration.ofSeconds(-1), false, -1);
        Pacing none = new Pacing(true, 0, 0, 0, 0, Duration.ZERO);

        assertThatThrownBy(() -> new HubSpotConfig(
                        new ConnectionId("marketing"),
                        URI.create("http://api.portal.example"),
                        new HubSpotCredentials.Token(new Secret(" ")),
                        java.util.Optional.of(0L),
                        backwards,
                        none,
                        Duration.ZERO,
                        Duration.ZERO))
                .hasMessageContainingAll(
                        "base-url",
                        "token",
                        "expected-portal",
                        "overlap",
                        "archived-every",
                        "calls-per",
                        "pacing.share",
                        "connect-timeout");
    }

    @Test
    void defaultsAreTheDocumentedOnes() {
        HubSpotConfig config =
                HubSpotConfig.of(new ConnectionId("marketing"), URI.create("https://api.portal.example"), TOKEN);

        assertThat(config.polling()).isEqualTo(new Polling(Duration.ofSeconds(60), false, 10));
        assertThat(config.pacing()).isEqualTo(new Pacing(true, 100, 5, 0.95, 6, Duration.ofSeconds(30)));
        assertThat(config.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.responseTimeout()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void theTokenIsNeverPrinted() {
        HubSpotConfig config =
                HubSpotConfig.of(new ConnectionId("marketing"), URI.create("https://api.portal.example"), TOKEN);

        assertThat(config.toString()).contains("***").doesNotContain("hush");
    }
}
