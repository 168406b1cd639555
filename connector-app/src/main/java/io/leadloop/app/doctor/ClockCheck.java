package io.leadloop.app.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Compares a clock with the time in the header of a vendor's answer; no login is needed for that. */
final class ClockCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration TOO_FAR = Duration.ofSeconds(30);

    private final InstantSource clock;

    ClockCheck(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * @param check its name
     * @param vendor an address that answers, be it with a refusal
     */
    Finding of(String check, URI vendor) {
        Instant before = clock.instant();
        Optional<Instant> theirs = time(vendor);
        Instant after = clock.instant();
        if (theirs.isEmpty()) {
            return Finding.warning(
                    check, "the vendor told no time", "Check that " + vendor.getHost() + " can be reached from here");
        }
        Instant ours = before.plus(Duration.between(before, after).dividedBy(2));
        Duration apart = Duration.between(theirs.get(), ours);
        String what = "this machine is " + Math.abs(apart.toSeconds()) + " s "
                + (apart.isNegative() ? "behind" : "ahead of") + " the vendor";
        return apart.abs().compareTo(TOO_FAR) > 0
                ? Finding.warning(check, what, "Set this machine's clock by NTP")
                : Finding.ok(check, what);
    }

    private static Optional<Instant> time(URI vendor) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
        HttpRequest request =
                HttpRequest.newBuilder(vendor).timeout(PATIENCE).GET().build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding())
                    .headers()
                    .firstValue("Date")
                    .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (IOException | DateTimeException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
