package io.leadloop.salesforce.pubsub;

import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.ObjectType;
import io.leadloop.failure.CallFailed;
import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import io.leadloop.fixtures.salesforce.org.Org;
import io.leadloop.fixtures.salesforce.pubsub.PubSubServer;
import io.leadloop.fixtures.simulator.Fault;
import io.leadloop.fixtures.simulator.SimRequest;
import io.leadloop.fixtures.simulator.UserEdit;
import io.leadloop.salesforce.SimulatedOrg;
import io.leadloop.spi.PushSource;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** An org with its Pub/Sub API, and somebody who listens. */
final class PushedOrg implements AutoCloseable, SalesforceSessions {

    static final Timing QUICK = new Timing(
            Duration.ofMillis(200),
            Duration.ofMinutes(1),
            Duration.ofMillis(50),
            Duration.ofMillis(400),
            Duration.ofSeconds(10));

    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-03-02T12:00:00Z"));

    final SimulatedOrg org = SimulatedOrg.usual();
    final Heard heard = new Heard();
    PubSubServer server = PubSubServer.start(org.simulator(), NOON, 0);
    private final URI url;
    private Optional<PushSource.Listening> listening = Optional.empty();
    private int logins;
    private String token = "";
    private boolean locked;

    PushedOrg() {
        url = URI.create(server.url());
    }

    /** Listened to through this. */
    PushedOrg(TlsDoor door) {
        url = URI.create(door.url());
        door.leadsTo(URI.create(server.url()).getPort());
    }

    PushSource source(Timing timing) {
        return new SalesforcePushSource(new ConnectionId("crm"), url, this, org.rest(), timing);
    }

    void listen(String... types) {
        listen(QUICK, heard, types);
    }

    void listen(Timing timing, Heard listener, String... types) {
        listening = Optional.of(source(timing).listen(types(types), listener));
    }

    /** Begins to listen and waits until all are told so, and Salesforce knows it. */
    void hearing(String... types) {
        listen(types);
        heard.next(types.length);
        awaitStreams(types.length);
    }

    void awaitStreams(int open) {
        Instant deadline = Instant.now().plusSeconds(15);
        while (server.subscriptions() != open) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError(server.subscriptions() + " streams are open, not " + open);
            }
            Thread.onSpinWait();
        }
    }

    void stopListening() {
        listening.ifPresent(PushSource.Listening::close);
        listening = Optional.empty();
    }

    static Set<ObjectType> types(String... names) {
        return Stream.of(names).map(ObjectType::new).collect(Collectors.toSet());
    }

    /** The service comes back where it was. */
    void restartServer() {
        server = PubSubServer.start(org.simulator(), NOON, url.getPort());
    }

    String lead(String name) {
        return edit("Lead", "", Map.of("LastName", name, "Company", "Acme"));
    }

    String edit(String type, String id, Map<String, String> fields) {
        return org.simulator()
                .edit(new UserEdit(
                        "Marco Ruiz", type, Optional.of(id).filter(known -> !known.isEmpty()), fields, false))
                .getOrDefault("Id", "");
    }

    void act(String action, Map<String, String> arguments) {
        org.simulator().act(action, "Admin", arguments);
    }

    void expireTokens() {
        org.simulator().inject(Fault.once("expire-tokens", "", Map.of()));
    }

    /** No login is accepted from now on, or again. */
    synchronized void lock(boolean value) {
        locked = value;
    }

    synchronized int logins() {
        return logins;
    }

    @Override
    public synchronized SalesforceAccess current() {
        return token.isEmpty() ? login() : access();
    }

    @Override
    public synchronized SalesforceAccess after(SalesforceAccess refused) {
        return refused.generation() == logins ? login() : access();
    }

    private SalesforceAccess login() {
        if (locked) {
            throw new CallFailed(Failure.of(FailureKind.UNAUTHENTICATED, "invalid_grant", "The user is locked."));
        }
        logins++;
        byte[] answer = org.simulator()
                .handle(new SimRequest(
                        "POST",
                        "/services/oauth2/token",
                        Map.of(),
                        Map.of("host", "127.0.0.1"),
                        "grant_type=client_credentials&client_id=sim-client&client_secret=sim-secret"
                                .getBytes(StandardCharsets.UTF_8)))
                .body();
        token = JsonMapper.builder()
                .build()
                .readTree(answer)
                .path("access_token")
                .asString();
        return access();
    }

    private SalesforceAccess access() {
        return new SalesforceAccess(
                logins, token, URI.create("http://127.0.0.1"), org.simulator().look(Org::organizationId));
    }

    @Override
    public void close() {
        stopListening();
        server.close();
        org.close();
    }
}
