package io.leadloop.app.keys;

import java.time.Instant;
import java.util.Optional;

/**
 * A key as it is kept.
 *
 * @param id the open part, which lists and logs may show
 * @param hash SHA-256 of the secret part, in hex
 */
public record ApiKey(
        String id, String name, KeyRole role, String hash, Instant createdAt, Optional<Instant> revokedAt) {

    public boolean isValid() {
        return revokedAt.isEmpty();
    }
}
