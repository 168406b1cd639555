package io.leadloop.app.http;

import io.leadloop.app.serve.Pulse;
import io.leadloop.app.serve.Serving;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** For a load balancer and for a person who looks first here. Says nothing about anybody. */
@RestController
class HealthRoutes {

    /** A pass may take long; without an end in this time something is odd, though it may yet end. */
    private static final Duration LONG = Duration.ofMinutes(15);

    private final Serving serving;

    HealthRoutes(Serving serving) {
        this.serving = serving;
    }

    record Live(String status) {}

    /** @param status {@code ready}, {@code degraded}: it works, and somebody should look; {@code not-ready} */
    record Ready(String status, String store, Optional<String> runState, Pass lastPass, Map<String, Vendor> vendors) {}

    record Pass(Optional<String> outcome, Optional<Instant> at, double ageSeconds, Optional<String> code) {}

    record Vendor(String outcome, Instant at, Optional<String> code) {}

    @GetMapping("/health/live")
    Live live() {
        return new Live("live");
    }

    @GetMapping("/health/ready")
    ResponseEntity<Ready> ready() {
        Pulse pulse = serving.pulse();
        Optional<String> runState = runState();
        Map<String, Vendor> vendors = new TreeMap<>();
        pulse.vendors()
                .forEach((connection, beat) ->
                        vendors.put(connection, new Vendor(beat.outcome(), beat.at(), beat.code())));
        boolean good = pulse.age().compareTo(LONG) < 0
                && pulse.lastPass()
                        .filter(beat -> !beat.outcome().equals("failed"))
                        .isPresent()
                && vendors.values().stream().allMatch(vendor -> vendor.outcome().equals("ok"));
        String status = runState.isEmpty() ? "not-ready" : good ? "ready" : "degraded";
        Pass pass = new Pass(
                pulse.lastPass().map(Pulse.Beat::outcome),
                pulse.lastPass().map(Pulse.Beat::at),
                pulse.age().toMillis() / 1_000.0,
                pulse.lastPass().flatMap(Pulse.Beat::code));
        return ResponseEntity.status(runState.isEmpty() ? 503 : 200)
                .header("Cache-Control", "no-store")
                .body(new Ready(status, runState.isEmpty() ? "down" : "ok", runState, pass, vendors));
    }

    private Optional<String> runState() {
        try {
            return Optional.of(serving.opened().runState().word());
        } catch (RuntimeException down) {
            return Optional.empty();
        }
    }
}
