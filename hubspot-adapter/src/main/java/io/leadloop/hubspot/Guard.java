package io.leadloop.hubspot;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.leadloop.failure.CallFailed;
import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Keeps one connection within HubSpot's limits, and leaves HubSpot alone while it is down. Waiting happens before the
 * call is sent, so a call that fails here was never applied. Only 5xx answers and broken connections count as down.
 */
final class Guard {

    interface Exchange {
        Reply send() throws IOException;
    }

    private static final Duration REST = Duration.ofSeconds(10);

    private final boolean limited;
    private final Pace burst;
    private final Pace search;
    private final Bulkhead places;
    private final CircuitBreaker breaker;

    Guard(String name, Pacing pacing) {
        limited = pacing.limited();
        burst = new Pace(
                name, pacing.callsPerTenSeconds(), Duration.ofSeconds(10), pacing.share(), pacing.longestWait());
        search = new Pace(
                name + "-search",
                pacing.searchesPerSecond(),
                Duration.ofSeconds(1),
                pacing.share(),
                pacing.longestWait());
        places = Bulkhead.of(
                name,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(pacing.concurrent())
                        .maxWaitDuration(pacing.longestWait())
                        .build());
        breaker = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(20)
                        .minimumNumberOfCalls(10)
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(REST)
                        .build());
    }

    /** @throws CallFailed THROTTLED or TRANSIENT if the call was not sent at all */
    Reply run(Call.Purpose purpose, Exchange exchange) throws IOException {
        if (limited) {
            turn(burst);
            if (purpose == Call.Purpose.SEARCH) {
                turn(search);
            }
        }
        if (!places.tryAcquirePermission()) {
            throw refused(FailureKind.THROTTLED, "LOCAL_CONCURRENCY", "no place among our own calls in time");
        }
        try {
            Reply reply = counted(exchange);
            learn(reply);
            return reply;
        } finally {
            places.onComplete();
        }
    }

    private Reply counted(Exchange exchange) throws IOException {
        if (!breaker.tryAcquirePermission()) {
            throw new CallFailed(
                    Failure.of(FailureKind.TRANSIENT, "CIRCUIT_OPEN", "HubSpot failed repeatedly and is left alone")
                            .after(REST));
        }
        long start = System.nanoTime();
        try {
            Reply reply = exchange.send();
            if (reply.status() >= 500) {
                breaker.onError(
                        System.nanoTime() - start, TimeUnit.NANOSECONDS, new IOException("HTTP " + reply.status()));
            } else {
                breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            }
            return reply;
        } catch (IOException e) {
            breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, e);
            throw e;
        }
    }

    /** A larger subscription has a larger limit, and a search's answer tells nothing. */
    private void learn(Reply reply) {
        String calls = reply.header("x-hubspot-ratelimit-max");
        String millis = reply.header("x-hubspot-ratelimit-interval-milliseconds");
        if (calls.matches("[1-9][0-9]{0,5}") && millis.matches("[1-9][0-9]{0,6}")) {
            burst.learn(Integer.parseInt(calls), Duration.ofMillis(Long.parseLong(millis)));
        }
    }

    private static void turn(Pace pace) {
        if (!pace.turn()) {
            throw refused(FailureKind.THROTTLED, "LOCAL_RATE", "no turn within our own rate in time");
        }
    }

    private static CallFailed refused(FailureKind kind, String code, String detail) {
        return new CallFailed(Failure.of(kind, code, detail).after(Duration.ofSeconds(1)));
    }
}
