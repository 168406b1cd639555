package io.leadloop.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadloop.canonical.ConnectionId;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SalesforceConfigTest {

    private static final ConnectionId CRM = new ConnectionId("crm");

    @Test
    void allProblemsAreNamedAtOnceAndNoSecretWithThem() {
        SalesforceConfig config = new SalesforceConfig(
                CRM,
                URI.create("http://acme.my.salesforce.com"),
                new SalesforceCredentials.JwtBearer(
                        "",
                        "ann@person.example",
                        Path.of("no-such-key.pem"),
                        URI.create("https://login.salesforce.com")),
                Optional.of("001"),
                Duration.ZERO,
                Duration.ofSeconds(1),
                Duration.ofMinutes(-1),
                Duration.ofDays(15),
                false,
                Optional.of(URI.create("http://pubsub.acme.example")));

        assertThat(config.problems()).hasSize(7);
        assertThatThrownBy(() -> new SalesforceAdapter(config, ScriptedSalesforce.CLOCK))
                .hasMessageContainingAll(
                        "https://", "client id", "key file", "00D", "connect timeout", "overlap", "push")
                .message()
                .doesNotContain("ann@");
    }

    @Test
    void theDefaultsArePinned() {
        SalesforceConfig config = SalesforceConfig.of(
                CRM,
                URI.create("https://acme.my.salesforce.com"),
                new SalesforceCredentials.ClientCredentials("id-of-test", "secret-of-test"));

        assertThat(config.problems()).isEmpty();
        assertThat(config.connectTimeout()).hasSeconds(10);
        assertThat(config.answerTimeout()).hasSeconds(130);
        assertThat(config.overlap()).hasMinutes(2);
        assertThat(config.recycleBin()).hasDays(15);
        assertThat(config.assignmentRules()).isFalse();
        assertThat(config.push()).isEmpty();
        assertThat(config.toString()).doesNotContain("id-of-test", "secret-of-test");
        assertThat(new AccessToken("00D!secret", config.url(), "").toString()).doesNotContain("00D!secret");
    }
}
