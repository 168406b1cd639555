package io.leadloop.salesforce;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import java.io.IOException;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;

/**
 * The way to one org: every call passes bulkhead, rate limiter and circuit breaker once and is never repeated here. The
 * breaker counts calls without an answer and 5xx answers that are no SOAP fault; a refusal is an answer.
 */
final class Wire implements AutoCloseable {

    /** Below the 25 long calls that Salesforce lets run at a time (salesforce.md 6), which all clients share. */
    private static final int CALLS_AT_A_TIME = 10;

    private static final int CALLS_PER_SECOND = 50;
    private static final Duration LONGEST_QUEUE = Duration.ofSeconds(60);

    private final CloseableHttpClient client;
    private final Bulkhead bulkhead;
    private final RateLimiter limiter;
    private final CircuitBreaker breaker;

    Wire(SalesforceConfig config) {
        String name = "salesforce-" + config.connection();
        client = HttpClients5.create(config, CALLS_AT_A_TIME);
        bulkhead = Bulkhead.of(
                name,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(CALLS_AT_A_TIME)
                        .maxWaitDuration(LONGEST_QUEUE)
                        .build());
        limiter = RateLimiter.of(
                name,
                RateLimiterConfig.custom()
                        .limitRefreshPeriod(Duration.ofSeconds(1))
                        .limitForPeriod(CALLS_PER_SECOND)
                        .timeoutDuration(LONGEST_QUEUE)
                        .build());
        breaker = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(20)
                        .minimumNumberOfCalls(10)
                        .waitDurationInOpenState(Duration.ofSeconds(15))
                        .build());
    }

    WireAnswer send(HttpUriRequestBase request) throws WireFailed {
        if (!bulkhead.tryAcquirePermission()) {
            throw held("TOO_MANY_CALLS", "Too many calls of ours are waiting for Salesforce.");
        }
        try {
            if (!limiter.acquirePermission()) {
                throw held("TOO_MANY_CALLS", "Too many calls of ours are waiting for Salesforce.");
            }
            if (!breaker.tryAcquirePermission()) {
                throw held("CIRCUIT_OPEN", "Salesforce failed repeatedly; calls wait for a moment.");
            }
            return counted(request);
        } finally {
            bulkhead.onComplete();
        }
    }

    private WireAnswer counted(HttpUriRequestBase request) throws WireFailed {
        long start = breaker.getCurrentTimestamp();
        try {
            WireAnswer answer = client.execute(request, BoundedAnswer::read);
            if (answer.status() >= 500 && !answer.isXml()) {
                breaker.onError(elapsed(start), breaker.getTimestampUnit(), answer.refusal());
            } else {
                breaker.onSuccess(elapsed(start), breaker.getTimestampUnit());
            }
            return answer;
        } catch (IOException e) {
            breaker.onError(elapsed(start), breaker.getTimestampUnit(), e);
            throw LostCall.of(e);
        } catch (RuntimeException e) {
            breaker.releasePermission();
            throw e;
        }
    }

    private long elapsed(long start) {
        return breaker.getCurrentTimestamp() - start;
    }

    private static WireFailed held(String code, String detail) {
        return new WireFailed(Failure.of(FailureKind.TRANSIENT, code, detail), false);
    }

    @Override
    public void close() {
        client.close(org.apache.hc.core5.io.CloseMode.GRACEFUL);
    }
}
