package io.leadloop.app.announce;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Somebody who wants to be told, as Standard Webhooks has it.
 *
 * @param key the bytes of the shared secret
 * @param withEmail whether the person's address may stand in the body
 */
public record Endpoint(URI url, byte[] key, Set<Event> events, boolean withEmail) {

    public Endpoint {
        key = key.clone();
        events = Set.copyOf(events);
    }

    @Override
    public byte[] key() {
        return key.clone();
    }

    /** The header webhook-signature. */
    String signature(String id, Instant at, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] signed = mac.doFinal((id + "." + at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return "Endpoint[" + url.getHost() + "]";
    }
}
