package io.leadloop.hubspot;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HubSpot's request signature, version 3: base64 of HMAC-SHA256 over method, address, raw body and timestamp. HubSpot's
 * documentation decodes some escapes of the address and its own libraries do not, so either way is genuine.
 */
final class Signature {

    static final Duration WINDOW = Duration.ofMinutes(5);

    private static final Map<String, String> DECODED = Map.ofEntries(
            Map.entry("%3A", ":"),
            Map.entry("%2F", "/"),
            Map.entry("%3F", "?"),
            Map.entry("%40", "@"),
            Map.entry("%21", "!"),
            Map.entry("%24", "$"),
            Map.entry("%27", "'"),
            Map.entry("%28", "("),
            Map.entry("%29", ")"),
            Map.entry("%2A", "*"),
            Map.entry("%2C", ","),
            Map.entry("%3B", ";"));

    private final List<Secret> secrets;

    /** @param secrets of the app; two while one replaces the other */
    Signature(List<Secret> secrets) {
        this.secrets = List.copyOf(secrets);
    }

    /** @param address the public one, as HubSpot called it, with its query */
    boolean isGenuine(
            String method,
            String address,
            byte[] body,
            Optional<String> timestamp,
            Optional<String> given,
            Instant now) {
        if (timestamp.isEmpty() || given.isEmpty() || !isRecent(timestamp.get(), now)) {
            return false;
        }
        byte[] signature = given.get().getBytes(StandardCharsets.UTF_8);
        boolean genuine = false;
        for (Secret secret : secrets) {
            for (String text : List.of(address, decoded(address))) {
                byte[] expected =
                        sign(secret, method, text, body, timestamp.get()).getBytes(StandardCharsets.UTF_8);
                genuine |= MessageDigest.isEqual(expected, signature);
            }
        }
        return genuine;
    }

    static String sign(Secret secret, String method, String address, byte[] body, String timestamp) {
        ByteArrayOutputStream source = new ByteArrayOutputStream();
        source.writeBytes((method + address).getBytes(StandardCharsets.UTF_8));
        source.writeBytes(body);
        source.writeBytes(timestamp.getBytes(StandardCharsets.UTF_8));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(source.toByteArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    static boolean isRecent(String timestamp, Instant now) {
        if (!timestamp.matches("[0-9]{1,15}")) {
            return false;
        }
        Duration age = Duration.between(Instant.ofEpochMilli(Long.parseLong(timestamp)), now);
        return age.abs().compareTo(WINDOW) <= 0;
    }

    private static String decoded(String address) {
        String text = address;
        for (Map.Entry<String, String> each : DECODED.entrySet()) {
            text = text.replace(each.getKey(), each.getValue())
                    .replace(each.getKey().toLowerCase(java.util.Locale.ROOT), each.getValue());
        }
        return text;
    }
}
