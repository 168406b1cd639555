package io.leadloop.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.RecordRef;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HubSpotWebhooksTest {

    private static final String SECRET = "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0";
    private static final String BODY = "{\"note\":\"Größe passt nicht – zu teuer 💶\"}";
    private static final String SIGNATURE = "doqLWzOcuYpm8rDlrjjAWDz0XoTzZZR6TvlA3hPkyAo=";
    private static final Instant AT = Instant.ofEpochMilli(1_795_219_201_000L);

    private final HubSpotWebhooks webhooks = new HubSpotWebhooks(
            new ConnectionId("marketing"),
            Optional.of(9_000_001L),
            URI.create("https://sync.example.org/hooks/hubspot"),
            List.of(new Secret("new-one"), new Secret(SECRET)));

    /** Vectors of HubSpot's own libraries and of its development server. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy | POST | https://www.example.com/webhook_uri | {'example_field':'example_value'} | 1693657560000 | K36dawei4A+QBNolUOqo7s91KQDWQ5MXZ/QufNYuk/Y=
            yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy | POST | https://www.example.com/webhook_uri | {'example_field':'example_value'} | 1700000300000 | RnbPH7+UMKVkbV32P8bz450N4M56aPmcru1+D3kSDtw=
            f6e94c08-85d0-4608-bcc6-e1850176e7b8 | POST | https://www.hubspot.com/webhook | REQUEST_BODY | 1632188626483 | jf872r5vscVcxCiDRHA4rGrqe/8BPLNVkdJSHdMnGTU=
            12345678-aaaa-bbbb-cccc-ddddeeeeffff | GET | https://hubspot.com/?appId=1&portalId=2&userId=3 | {"a":1,"b":2} | 1111111111 | aaknaCGCYJ4yqzuf1UKGqAWUfdcilJtm5nc/ZCudR9k=
            """, quoteCharacter = '§')
    void theSignatureIsHubSpots(
            String secret, String method, String address, String body, String timestamp, String expected) {
        assertThat(Signature.sign(
                        new Secret(secret), method, address, body.getBytes(StandardCharsets.UTF_8), timestamp))
                .isEqualTo(expected);
    }

    @Test
    void anEscapedAddressIsGenuineDecodedAndRaw() {
        String address = "https://sync.example.org/card/feedback?userId=8000001&portalId=9000001"
                + "&userEmail=rep%40example.org&appId=7000001";
        Signature signature = new Signature(List.of(new Secret(SECRET)));
        for (String given : List.of(
                "B59C2xtKh4CB60K2/1pJh8/c2QthJkt2vKKwaiU0YIo=", "30YgPcG092lHEw7DUjRkcr6zw/1YTsuSvgenRLnIyLg=")) {
            assertThat(signature.isGenuine(
                            "GET", address, new byte[0], Optional.of("1795219201000"), Optional.of(given), AT))
                    .isTrue();
        }
    }

    @Test
    void aMessageOfTheLastFiveMinutesWithTheOldOrTheNewSecretIsGenuine() {
        assertThat(genuine(BODY, SIGNATURE, AT)).isTrue();
        assertThat(genuine(BODY, SIGNATURE, AT.plus(Duration.ofMinutes(5)))).isTrue();
        assertThat(genuine(BODY, SIGNATURE, AT.minus(Duration.ofMinutes(5)))).isTrue();
    }

    @Test
    void anOldOneAnotherBodyAnotherSignatureOrNoneIsNot() {
        assertThat(genuine(BODY, SIGNATURE, AT.plus(Duration.ofMinutes(6)))).isFalse();
        assertThat(genuine(BODY, SIGNATURE, AT.minus(Duration.ofMinutes(6)))).isFalse();
        assertThat(genuine(BODY + " ", SIGNATURE, AT)).isFalse();
        assertThat(genuine(BODY, SIGNATURE.replace('d', 'e'), AT)).isFalse();
        assertThat(webhooks.isGenuine(
                        bytes(BODY), Optional.of("a=b"), Optional.of("1795219201000"), Optional.of(SIGNATURE), AT))
                .isFalse();
        assertThat(webhooks.isGenuine(bytes(BODY), Optional.empty(), Optional.empty(), Optional.of(SIGNATURE), AT))
                .isFalse();
        assertThat(webhooks.isGenuine(bytes(BODY), Optional.empty(), Optional.of("now"), Optional.of(SIGNATURE), AT))
                .isFalse();
        assertThat(webhooks.isGenuine(
                        bytes(BODY), Optional.empty(), Optional.of("1795219201000"), Optional.empty(), AT))
                .isFalse();
    }

    @Test
    void everyKindOfEventNamesItsRecordsOnce() {
        assertThat(named("""
                [{"portalId":9000001,"subscriptionType":"object.propertyChange","objectId":40000000001,"objectTypeId":"0-1"},
                 {"portalId":9000001,"eventType":"contact.creation","objectId":"40000000001"},
                 {"portalId":9000001,"subscriptionType":"object.merge","objectId":40000000009,"objectTypeId":"0-1",
                  "primaryObjectId":40000000001,"mergedObjectIds":[40000000002],"newObjectId":40000000009},
                 {"portalId":9000001,"subscriptionType":"object.associationChange","associationType":"DEAL_TO_CONTACT",
                  "fromObjectId":60000000001,"toObjectId":40000000003},
                 {"portalId":9000001,"subscriptionType":"company.propertyChange","objectId":50000000001}]
                """))
                .containsExactly(
                        "marketing/contact/40000000001",
                        "marketing/contact/40000000009",
                        "marketing/contact/40000000002",
                        "marketing/deal/60000000001",
                        "marketing/contact/40000000003",
                        "marketing/company/50000000001");
    }

    @Test
    void echoesOtherPortalsAndOddEventsNameNothing() {
        assertThat(named("""
                [{"portalId":9000001,"appId":7,"sourceId":"7","changeSource":"INTEGRATION",
                  "subscriptionType":"object.propertyChange","objectId":1,"objectTypeId":"0-1"},
                 {"portalId":9000002,"subscriptionType":"object.propertyChange","objectId":2,"objectTypeId":"0-1"},
                 {"portalId":9000001,"subscriptionType":"object.propertyChange","objectId":3,"objectTypeId":"2-77"},
                 {"portalId":9000001,"subscriptionType":"object.propertyChange","objectId":"../4","objectTypeId":"0-1"},
                 7, null, {}, []]
                """)).isEmpty();
    }

    @Test
    void whatIsNoListOfEventsIsRefused() {
        for (String body : List.of("", "{", "{}", "7")) {
            assertThatThrownBy(() -> webhooks.named(bytes(body))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private boolean genuine(String body, String signature, Instant now) {
        return webhooks.isGenuine(
                bytes(body), Optional.empty(), Optional.of("1795219201000"), Optional.of(signature), now);
    }

    private List<String> named(String body) {
        return webhooks.named(bytes(body)).stream().map(RecordRef::toString).toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
