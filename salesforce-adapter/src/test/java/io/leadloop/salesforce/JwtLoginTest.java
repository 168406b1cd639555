package io.leadloop.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class JwtLoginTest {

    @TempDir
    private Path folder;

    @Test
    void theAssertionIsSignedByTheKeyAndGoodForTwoMinutes() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2_048);
        KeyPair keys = generator.generateKeyPair();
        Path file = folder.resolve("key.pem");
        Files.writeString(
                file,
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(keys.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        try (ScriptedSalesforce vendor = new ScriptedSalesforce()) {
            SalesforceCredentials credentials = new SalesforceCredentials.JwtBearer(
                    "consumer-key", "integration@acme.example", file, URI.create("https://login.salesforce.com"));
            SalesforceConfig config = SalesforceConfig.of(vendor.config().connection(), vendor.url(), credentials);
            try (Wire wire = new Wire(config)) {
                assertThat(new Login(config, wire, ScriptedSalesforce.CLOCK)
                                .fetch()
                                .value())
                        .isEqualTo("00D000000000001!token-1");
            }
            String form = URLDecoder.decode(vendor.loginRequests().get(0), StandardCharsets.UTF_8);
            assertThat(form).contains("grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer");
            String[] parts = form.substring(form.indexOf("assertion=") + 10).split("\\.");
            JsonNode claims =
                    JsonMapper.builder().build().readTree(Base64.getUrlDecoder().decode(parts[1]));
            assertThat(claims.path("sub").asString()).isEqualTo("integration@acme.example");
            assertThat(claims.path("exp").asLong())
                    .isEqualTo(ScriptedSalesforce.CLOCK.instant().getEpochSecond() + 120);
            Signature check = Signature.getInstance("SHA256withRSA");
            check.initVerify(keys.getPublic());
            check.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            assertThat(check.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        }
    }

    @Test
    void aKeyOfAnotherFormIsNamedAsSuch() throws Exception {
        Path file = Files.writeString(folder.resolve("old.pem"), "-----BEGIN RSA PRIVATE KEY-----\nabc\n");

        assertThat(PrivateKeyFile.problem(file))
                .hasValueSatisfying(
                        problem -> assertThat(problem).contains("PKCS#8").doesNotContain("abc"));
    }
}
