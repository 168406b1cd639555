package io.leadloop.app.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Makes and checks keys of the form {@code ll_id_secret}. The secret has 256 random bits, so one round of SHA-256 keeps it;
 * nobody can read it again.
 */
public final class Keys {

    private static final String PREFIX = "ll_";
    private static final int ID_BYTES = 5;
    private static final int SECRET_BYTES = 32;
    private static final int LONGEST = 200;

    private final KeyTable table;
    private final InstantSource clock;
    private final RandomGenerator random;

    /** @param random good enough for secrets */
    public Keys(KeyTable table, InstantSource clock, RandomGenerator random) {
        this.table = table;
        this.clock = clock;
        this.random = random;
    }

    /** @param text the whole key, shown this once */
    public record Minted(ApiKey key, String text) {

        @Override
        public String toString() {
            return key.id() + "***";
        }
    }

    public Minted create(String name, KeyRole role) {
        String id = HexFormat.of().formatHex(bytes(ID_BYTES));
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(SECRET_BYTES));
        ApiKey key = new ApiKey(id, name, role, hash(secret), clock.instant(), Optional.empty());
        table.add(key);
        return new Minted(key, PREFIX + id + "_" + secret);
    }

    /** The key behind this text, if it is one and was not revoked. */
    public Optional<ApiKey> check(String text) {
        int end = text.indexOf('_', PREFIX.length());
        if (text.length() > LONGEST || !text.startsWith(PREFIX) || end < 0) {
            return Optional.empty();
        }
        byte[] given = hash(text.substring(end + 1)).getBytes(StandardCharsets.US_ASCII);
        return table.find(text.substring(PREFIX.length(), end))
                .filter(ApiKey::isValid)
                .filter(key -> MessageDigest.isEqual(key.hash().getBytes(StandardCharsets.US_ASCII), given));
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
