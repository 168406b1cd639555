package io.leadloop.hubspot;

import io.leadloop.failure.CallFailed;
import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Access tokens from a refresh token, renewed 5 minutes before their end or when one is refused. One thread renews, the
 * others wait for its result. A new refresh token is handed on before the access token that came with it is used.
 */
final class RefreshedToken implements TokenSource {

    private static final Duration EARLY = Duration.ofSeconds(300);

    private final HubSpotCredentials.OAuth credentials;
    private final HttpTransport transport;
    private final InstantSource clock;
    private final Consumer<Secret> keep;
    private Secret refreshToken;
    private String access = "";
    private Instant until = Instant.MIN;

    RefreshedToken(
            HubSpotCredentials.OAuth credentials, HttpTransport transport, InstantSource clock, Consumer<Secret> keep) {
        this.credentials = credentials;
        this.transport = transport;
        this.clock = clock;
        this.keep = keep;
        this.refreshToken = credentials.refreshToken();
    }

    @Override
    public synchronized String bearer() {
        if (!clock.instant().isBefore(until)) {
            refresh();
        }
        return access;
    }

    @Override
    public synchronized boolean renew(String refused) {
        if (access.equals(refused)) {
            refresh();
        }
        return true;
    }

    private void refresh() {
        Reply reply = ask();
        if (!reply.good()) {
            throw new CallFailed(refusal(reply));
        }
        JsonNode body = Json.lenient(reply.text());
        if (Json.text(body, "access_token").isEmpty()) {
            throw new CallFailed(
                    Failure.of(FailureKind.TRANSIENT, "TOKEN_UNREADABLE", "the token call's answer held no token"));
        }
        String next = body.path("refresh_token").asString("");
        if (!next.isEmpty() && !next.equals(refreshToken.reveal())) {
            refreshToken = new Secret(next);
            keep.accept(refreshToken);
        }
        access = body.path("access_token").asString("");
        until = clock.instant()
                .plusSeconds(body.path("expires_in").asLong(1800))
                .minus(EARLY);
    }

    private Reply ask() {
        String form = "grant_type=refresh_token&client_id=" + Paths.encoded(credentials.clientId()) + "&client_secret="
                + Paths.encoded(credentials.clientSecret().reveal()) + "&refresh_token="
                + Paths.encoded(refreshToken.reveal());
        try {
            return transport.send("POST", Paths.TOKEN, Map.of(), "application/x-www-form-urlencoded", form);
        } catch (IOException e) {
            throw new CallFailed(
                    Failure.of(FailureKind.TRANSIENT, "TOKEN_UNREACHABLE", "the token call got no answer"), e);
        }
    }

    private static Failure refusal(Reply reply) {
        if (reply.status() >= 500 || reply.status() == 429) {
            return Failure.of(FailureKind.TRANSIENT, "TOKEN_HTTP_" + reply.status(), "no token was given for now");
        }
        String code = Json.lenient(reply.text()).path("status").asString("TOKEN_HTTP_" + reply.status());
        return Failure.of(FailureKind.UNAUTHENTICATED, Json.word(code), "the refresh token was refused: connect again");
    }
}
