package io.leadloop.hubspot;

import io.leadloop.canonical.ConnectionId;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One connected portal.
 *
 * @param baseUrl {@code https://api.hubapi.com} for all regions; plain http is taken on loopback only
 * @param expectedPortal the portal id that the credentials must belong to; checked once, before the first other call
 */
public record HubSpotConfig(
        ConnectionId connection,
        URI baseUrl,
        HubSpotCredentials credentials,
        Optional<Long> expectedPortal,
        Polling polling,
        Pacing pacing,
        Duration connectTimeout,
        Duration responseTimeout) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** @throws IllegalArgumentException with all problems, one a line */
    public HubSpotConfig {
        List<String> problems = new ArrayList<>();
        String host = baseUrl.getHost() == null ? "" : baseUrl.getHost();
        boolean plain = "http".equals(baseUrl.getScheme()) && LOOPBACK.contains(host);
        require(problems, plain || ("https".equals(baseUrl.getScheme()) && !host.isEmpty()), "base-url: must be https");
        require(problems, baseUrl.getUserInfo() == null, "base-url: must not hold a user or password");
        if (credentials instanceof HubSpotCredentials.Token token) {
            require(problems, !token.token().reveal().isBlank(), "token: is empty");
        }
        if (credentials instanceof HubSpotCredentials.OAuth oauth) {
            require(problems, !oauth.clientId().isBlank(), "client-id: is empty");
            require(problems, !oauth.clientSecret().reveal().isBlank(), "client-secret: is empty");
            require(problems, !oauth.refreshToken().reveal().isBlank(), "refresh-token: is empty");
        }
        require(problems, expectedPortal.orElse(1L) > 0, "expected-portal: must be a positive number");
        require(problems, !polling.overlap().isNegative(), "polling.overlap: must not be negative");
        require(problems, polling.archivedEvery() >= 0, "polling.archived-every: must not be negative");
        require(problems, pacing.callsPerTenSeconds() > 0, "pacing.calls-per-ten-seconds: must be positive");
        require(problems, pacing.searchesPerSecond() > 0, "pacing.searches-per-second: must be positive");
        require(problems, pacing.share() > 0 && pacing.share() <= 1, "pacing.share: must be above 0 and at most 1");
        require(problems, pacing.concurrent() > 0, "pacing.concurrent: must be positive");
        require(problems, !pacing.longestWait().isNegative(), "pacing.longest-wait: must not be negative");
        require(problems, connectTimeout.toMillis() > 0, "connect-timeout: must be positive");
        require(problems, responseTimeout.toMillis() > 0, "response-timeout: must be positive");
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
    }

    /** With everything else at its default: connect in 5 s, answer in 30 s. */
    public static HubSpotConfig of(ConnectionId connection, URI baseUrl, HubSpotCredentials credentials) {
        return new HubSpotConfig(
                connection,
                baseUrl,
                credentials,
                Optional.empty(),
                Polling.standard(),
                Pacing.standard(),
                Duration.ofSeconds(5),
                Duration.ofSeconds(30));
    }

    public HubSpotConfig with(Polling wanted) {
        return new HubSpotConfig(
                connection, baseUrl, credentials, expectedPortal, wanted, pacing, connectTimeout, responseTimeout);
    }

    public HubSpotConfig with(Pacing wanted) {
        return new HubSpotConfig(
                connection, baseUrl, credentials, expectedPortal, polling, wanted, connectTimeout, responseTimeout);
    }

    public HubSpotConfig withExpectedPortal(long portal) {
        return new HubSpotConfig(
                connection,
                baseUrl,
                credentials,
                Optional.of(portal),
                polling,
                pacing,
                connectTimeout,
                responseTimeout);
    }

    public HubSpotConfig withResponseTimeout(Duration wanted) {
        return new HubSpotConfig(
                connection, baseUrl, credentials, expectedPortal, polling, pacing, connectTimeout, wanted);
    }

    private static void require(List<String> problems, boolean met, String problem) {
        if (!met) {
            problems.add(problem);
        }
    }
}
