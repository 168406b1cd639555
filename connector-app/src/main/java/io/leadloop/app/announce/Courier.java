package io.leadloop.app.announce;

import io.leadloop.app.metrics.Meter;
import io.leadloop.app.metrics.Meters;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers messages, each at least once and in no promised order, and tries again for a day. What is not delivered then,
 * or is told to be gone, is given up and counted.
 */
public final class Courier {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(8),
            Duration.ofHours(8));
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int PAGE = 100;
    private static final int GONE = 410;
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private final Outbox outbox;
    private final Map<String, Endpoint> endpoints;
    private final InstantSource clock;
    private final Meters meters;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public Courier(Outbox outbox, List<Endpoint> endpoints, InstantSource clock, Meters meters) {
        this.outbox = outbox;
        this.endpoints = endpoints.stream()
                .collect(Collectors.toMap(endpoint -> endpoint.url().toString(), Function.identity()));
        this.clock = clock;
        this.meters = meters;
    }

    /** Tries all that are due, once each; returns how many were delivered. */
    public int deliver() {
        int delivered = 0;
        for (Message message : outbox.due(clock.instant(), PAGE)) {
            Optional<Integer> status =
                    Optional.ofNullable(endpoints.get(message.endpoint())).map(endpoint -> post(endpoint, message));
            if (status.filter(code -> code >= 200 && code < 300).isPresent()) {
                outbox.done(message);
                delivered++;
                count("delivered");
            } else {
                failed(message, status.orElse(GONE));
            }
        }
        return delivered;
    }

    private void failed(Message message, int status) {
        Duration pause = PAUSES.get(Math.min(message.tries(), PAUSES.size() - 1));
        Instant next = clock.instant().plus(pause);
        if (status == GONE || next.isAfter(message.madeAt().plus(DAY))) {
            outbox.done(message);
            count("given-up");
            LOG.error("webhook given up id={} event={} status={}", message.id(), message.event(), status);
            return;
        }
        outbox.later(message.again(next));
        count("failed");
        LOG.warn("webhook not delivered id={} status={} tries={}", message.id(), status, message.tries() + 1);
    }

    /** The status; 0 if there was no answer. */
    private int post(Endpoint endpoint, Message message) {
        Instant now = clock.instant();
        HttpRequest request = HttpRequest.newBuilder(endpoint.url())
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("User-Agent", "LeadLoop")
                .header("webhook-id", message.id())
                .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .header("webhook-signature", endpoint.signature(message.id(), now, message.body()))
                .POST(HttpRequest.BodyPublishers.ofString(message.body()))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private void count(String outcome) {
        meters.count(Meter.WEBHOOKS, 1, outcome);
    }
}
