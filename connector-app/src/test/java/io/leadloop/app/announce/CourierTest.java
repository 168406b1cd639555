package io.leadloop.app.announce;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.leadloop.app.metrics.Meters;
import io.leadloop.canonical.AggregateId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CourierTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final Kept outbox = new Kept();
    private final Meters meters = new Meters();
    private final List<Instant> tries = new ArrayList<>();
    private Instant now = NOON;
    private int status = 204;
    private final HttpServer server;
    private final Courier courier;

    CourierTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            tries.add(now);
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        courier = new Courier(
                outbox, List.of(new Endpoint(URI.create(url), new byte[24], Set.of(), false)), () -> now, meters);
        outbox.later(new Message("msg_1", url, "handoff.created", "{}", NOON, NOON, 0));
    }

    @AfterEach
    void end() {
        server.stop(0);
        meters.close();
    }

    @Test
    void whatIsTakenIsDone() {
        assertThat(courier.deliver()).isEqualTo(1);
        assertThat(courier.deliver()).isZero();
        assertThat(outbox.waiting()).isZero();
    }

    @Test
    void whatIsNotTakenIsTriedAgainForADayAndThenGivenUp() {
        status = 500;
        for (int minute = 0; minute < 26 * 60; minute++) {
            courier.deliver();
            now = now.plus(Duration.ofMinutes(1));
        }

        assertThat(tries).hasSizeBetween(6, 9);
        assertThat(tries.get(tries.size() - 1)).isAfter(NOON.plus(Duration.ofHours(15)));
        assertThat(outbox.waiting()).isZero();
        assertThat(meters.text()).contains("leadloop_webhooks_total{outcome=\"given-up\"} 1.0");
    }

    @Test
    void whatFailedOnceIsDeliveredWithTheSameIdLater() {
        status = 503;
        courier.deliver();
        status = 200;
        assertThat(courier.deliver()).isZero();
        now = now.plusSeconds(5);
        assertThat(courier.deliver()).isEqualTo(1);
    }

    @Test
    void whoIsGoneIsNotAskedAgain() {
        status = 410;
        courier.deliver();
        assertThat(outbox.waiting()).isZero();
    }

    @Test
    void whoDoesNotAnswerAtAllIsTriedAgain() {
        server.stop(0);
        assertThat(courier.deliver()).isZero();
        assertThat(outbox.waiting()).isEqualTo(1);
    }

    /** In memory. */
    private static final class Kept implements Outbox {
        private final Map<String, Message> messages = new LinkedHashMap<>();

        @Override
        public List<Message> due(Instant now, int limit) {
            return messages.values().stream()
                    .filter(message -> !message.due().isAfter(now))
                    .sorted(Comparator.comparing(Message::due))
                    .limit(limit)
                    .toList();
        }

        @Override
        public long waiting() {
            return messages.size();
        }

        @Override
        public void done(Message message) {
            messages.remove(message.id());
        }

        @Override
        public int forget(AggregateId person) {
            throw new UnsupportedOperationException("nobody is erased here");
        }

        @Override
        public void later(Message message) {
            messages.put(message.id(), message);
        }
    }
}
