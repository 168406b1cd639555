package io.leadloop.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.hubspot.HubSpotCardCalls.Caller;
import io.leadloop.hubspot.HubSpotCardCalls.Verdict;
import io.leadloop.hubspot.HubSpotCardCalls.Why;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HubSpotCardCallsTest {

    private static final String SECRET = "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0";
    private static final String ASKED = "userId=8000001&portalId=9000001&userEmail=rep%40example.org&appId=7000001";
    private static final Instant AT = Instant.ofEpochMilli(1_795_219_201_000L);

    private final HubSpotCardCalls calls = new HubSpotCardCalls(
            9_000_001L, 7_000_001L, URI.create("https://sync.example.org/"), List.of(new Secret(SECRET)));

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "decoded, B59C2xtKh4CB60K2/1pJh8/c2QthJkt2vKKwaiU0YIo=",
        "raw, 30YgPcG092lHEw7DUjRkcr6zw/1YTsuSvgenRLnIyLg=",
    })
    void aKnownSignatureIsGenuineWhicheverWayTheAddressWasSigned(String way, String signature) {
        assertThat(calls.judge(
                        "GET",
                        "/card/feedback",
                        Optional.of(ASKED),
                        new byte[0],
                        Optional.of("1795219201000"),
                        Optional.of(signature),
                        AT))
                .as(way)
                .isEqualTo(new Verdict.Genuine(new Caller("8000001", "rep@example.org")));
    }

    @Test
    void methodPathQueryBodyAndTimeAreAllPartOfTheSignature() {
        assertThat(judged("GET", "/a", ASKED, "", AT)).isInstanceOf(Verdict.Genuine.class);
        String signature = signed("GET", "/a", ASKED, "");
        assertThat(judge("POST", "/a", ASKED, "", signature, AT)).isEqualTo(refused(Why.FORGED));
        assertThat(judge("GET", "/b", ASKED, "", signature, AT)).isEqualTo(refused(Why.FORGED));
        assertThat(judge("GET", "/a", ASKED + "&x=1", "", signature, AT)).isEqualTo(refused(Why.FORGED));
        assertThat(judge("GET", "/a", ASKED, "x", signature, AT)).isEqualTo(refused(Why.FORGED));
        assertThat(judge("GET", "/a", ASKED, "", "", AT)).isEqualTo(refused(Why.FORGED));
    }

    @Test
    void fiveMinutesAreTheLimitBothWays() {
        assertThat(judged("GET", "/a", ASKED, "", AT.plus(Duration.ofMinutes(5))))
                .isInstanceOf(Verdict.Genuine.class);
        assertThat(judged("GET", "/a", ASKED, "", AT.plusMillis(300_001))).isEqualTo(refused(Why.STALE));
        assertThat(judged("GET", "/a", ASKED, "", AT.minusMillis(300_001))).isEqualTo(refused(Why.STALE));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "userId=1&portalId=9000002&appId=7000001, OTHER_PORTAL",
        "userId=1&appId=7000001, OTHER_PORTAL",
        "userId=1&portalId=9000001&portalId=9000002&appId=7000001, OTHER_PORTAL",
        "userId=1&portalId=9000001&appId=7, OTHER_APP",
        "userId=1&portalId=9000001, OTHER_APP",
        "portalId=9000001&appId=7000001, NOBODY",
        "userId=1&userId=2&portalId=9000001&appId=7000001, NOBODY",
        "userId=-1&portalId=9000001&appId=7000001, NOBODY",
        "'', OTHER_PORTAL",
        "%zz&&=, OTHER_PORTAL",
    })
    void whatIsSignedForOthersOrByNobodyIsRefused(String query, Why why) {
        assertThat(judged("GET", "/a", query, "", AT)).isEqualTo(refused(why));
    }

    private static Verdict refused(Why why) {
        return new Verdict.Refused(why);
    }

    private Verdict judged(String method, String path, String query, String body, Instant now) {
        return judge(method, path, query, body, signed(method, path, query, body), now);
    }

    private Verdict judge(String method, String path, String query, String body, String signature, Instant now) {
        return calls.judge(
                method,
                path,
                Optional.of(query),
                body.getBytes(StandardCharsets.UTF_8),
                Optional.of("1795219201000"),
                Optional.of(signature),
                now);
    }

    private static String signed(String method, String path, String query, String body) {
        return Signature.sign(
                new Secret(SECRET),
                method,
                "https://sync.example.org" + path + "?" + query,
                body.getBytes(StandardCharsets.UTF_8),
                "1795219201000");
    }
}
