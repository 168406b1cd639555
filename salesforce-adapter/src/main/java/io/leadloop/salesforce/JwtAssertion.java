package io.leadloop.salesforce;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** The signed claim of the JWT bearer flow (RFC 7523, RS256); good for two minutes. */
final class JwtAssertion {

    private static final Duration LIFE = Duration.ofMinutes(2);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JwtAssertion() {}

    static String sign(SalesforceCredentials.JwtBearer credentials, Instant now)
            throws IOException, GeneralSecurityException {
        Map<String, Object> claims = new TreeMap<>();
        claims.put("iss", credentials.clientId());
        claims.put("sub", credentials.username());
        claims.put("aud", credentials.audience().toString());
        claims.put("exp", now.plus(LIFE).getEpochSecond());
        String signed = part("{\"alg\":\"RS256\"}") + "." + part(JSON.writeValueAsString(claims));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(PrivateKeyFile.read(credentials.keyFile()));
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
