package io.leadloop.hubspot;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * How long HubSpot wants to be left alone. {@code Retry-After} is documented for 477 alone, and is believed anywhere; a
 * limit's own window is used otherwise: ten seconds, one second, or until midnight of the account's time zone.
 */
record RetryHint(InstantSource clock) {

    Optional<Duration> of(Reply reply, Call.Purpose purpose, ZoneId accountZone) {
        Optional<Duration> header = seconds(reply.header("retry-after"));
        if (header.isPresent()) {
            return header;
        }
        return switch (reply.status()) {
            case 423 -> Optional.of(Duration.ofSeconds(2));
            case 429 -> Optional.of(window(reply, purpose, accountZone));
            default -> Optional.empty();
        };
    }

    private Duration window(Reply reply, Call.Purpose purpose, ZoneId accountZone) {
        String policy = Json.text(Json.lenient(reply.text()), "policyName").toUpperCase(Locale.ROOT);
        if (policy.contains("DAILY")) {
            Instant now = clock.instant();
            return Duration.between(
                    now,
                    now.atZone(accountZone)
                            .toLocalDate()
                            .plusDays(1)
                            .atStartOfDay(accountZone)
                            .toInstant());
        }
        boolean search = policy.isEmpty() && purpose == Call.Purpose.SEARCH;
        return policy.equals("SECONDLY") || search ? Duration.ofSeconds(1) : Duration.ofSeconds(10);
    }

    private static Optional<Duration> seconds(String header) {
        return !header.isEmpty() && header.length() < 10 && header.chars().allMatch(Character::isDigit)
                ? Optional.of(Duration.ofSeconds(Long.parseLong(header)))
                : Optional.empty();
    }
}
