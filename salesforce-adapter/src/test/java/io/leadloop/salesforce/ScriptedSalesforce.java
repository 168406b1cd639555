package io.leadloop.salesforce;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.leadloop.canonical.ConnectionId;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;

/** A loopback server that gives prepared answers, in order, and keeps what it was sent. */
final class ScriptedSalesforce implements AutoCloseable {

    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-05-04T10:00:00Z"));

    /** @param status 0 breaks the connection without an answer */
    record Answer(int status, String contentType, String body) {
        static final Answer BREAK = new Answer(0, "", "");

        static Answer xml(String body) {
            return new Answer(200, "text/xml;charset=UTF-8", body);
        }

        static Answer fault(String code, String text) {
            return new Answer(500, "text/xml", Envelopes.fault(code, text));
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Deque<Answer> soap = new ArrayDeque<>();
    private final Deque<Answer> logins = new ArrayDeque<>();
    private final List<String> requests = new ArrayList<>();
    private final List<String> loginRequests = new ArrayList<>();
    private final AtomicInteger tokens = new AtomicInteger();

    ScriptedSalesforce() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/services/oauth2/token", exchange -> reply(exchange, login(exchange)));
        server.createContext("/services/Soap/u/65.0", exchange -> reply(exchange, next(exchange)));
        server.setExecutor(threads);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    SalesforceConfig config() {
        return SalesforceConfig.of(
                new ConnectionId("crm"),
                url(),
                new SalesforceCredentials.ClientCredentials("client-of-test", "secret-of-test"));
    }

    SalesforceAdapter adapter() {
        return new SalesforceAdapter(config(), CLOCK);
    }

    ScriptedSalesforce answers(Answer... answers) {
        soap.addAll(List.of(answers));
        return this;
    }

    ScriptedSalesforce loginAnswers(Answer... answers) {
        logins.addAll(List.of(answers));
        return this;
    }

    synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    synchronized String lastRequest() {
        return requests.get(requests.size() - 1);
    }

    synchronized List<String> loginRequests() {
        return List.copyOf(loginRequests);
    }

    private synchronized Answer login(HttpExchange exchange) throws IOException {
        loginRequests.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        return logins.isEmpty()
                ? new Answer(200, "application/json;charset=UTF-8", Envelopes.token(url(), tokens.incrementAndGet()))
                : logins.removeFirst();
    }

    private synchronized Answer next(HttpExchange exchange) throws IOException {
        boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        try (InputStream body = packed ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody()) {
            requests.add(new String(body.readAllBytes(), StandardCharsets.UTF_8));
        }
        if (soap.isEmpty()) {
            throw new IllegalStateException("no answer prepared for " + lastRequest());
        }
        return soap.removeFirst();
    }

    private static void reply(HttpExchange exchange, Answer answer) throws IOException {
        if (answer.status() != 0) {
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            if (answer.status() == 302) {
                exchange.getResponseHeaders().set("Location", "/elsewhere");
            }
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
