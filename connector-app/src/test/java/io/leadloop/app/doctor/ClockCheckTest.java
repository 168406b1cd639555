package io.leadloop.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that tells its time as every server does. */
class ClockCheckTest {

    private HttpServer server;

    ClockCheckTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aClockThatIsRightIsFine() {
        assertThat(check(Duration.ofSeconds(5)).state()).isEqualTo(Finding.State.OK);
    }

    @Test
    void aClockThatIsAheadOrBehindByMoreThanHalfAMinuteIsSaid() {
        Finding ahead = check(Duration.ofSeconds(95));
        assertThat(ahead.state()).isEqualTo(Finding.State.WARNING);
        assertThat(ahead.what()).contains("s ahead of the vendor");
        assertThat(check(Duration.ofSeconds(-95)).what()).contains("s behind the vendor");
    }

    private Finding check(Duration wrongBy) {
        InstantSource clock = () -> Instant.now().plus(wrongBy);
        return new ClockCheck(clock)
                .of(
                        "crm clock",
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }
}
