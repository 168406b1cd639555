package io.leadloop.hubspot;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.leadloop.canonical.ConnectionId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A portal that answers what a test tells it to, and remembers what it was asked. */
final class ScriptedPortal implements AutoCloseable {

    record Asked(String method, String target, Map<String, String> headers, String body) {}

    private final HttpServer server;
    private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());

    ScriptedPortal(Function<Asked, Reply> script) {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> answer(exchange, script));
        server.start();
    }

    static Reply json(int status, String body) {
        return new Reply(status, Map.of("Content-Type", "application/json;charset=utf-8"), body.replace('\'', '"'));
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    HubSpotConfig config() {
        return HubSpotConfig.of(
                        new ConnectionId("marketing"),
                        url(),
                        new HubSpotCredentials.Token(new Secret("pat-eu1-secret-of-the-test")))
                .with(Pacing.unlimited());
    }

    HubSpotAdapter adapter() {
        return adapter(config());
    }

    static HubSpotAdapter adapter(HubSpotConfig config) {
        return new HubSpotAdapter(config, InstantSource.system(), secret -> {});
    }

    private void answer(HttpExchange exchange, Function<Asked, Reply> script) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        Asked call = new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                Map.of("authorization", authorization),
                body);
        asked.add(call);
        Reply reply = script.apply(call);
        byte[] bytes = reply.text().getBytes(StandardCharsets.UTF_8);
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
