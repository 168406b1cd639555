package io.leadloop.hubspot;

import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What HubSpot's app sends when something changed. Values in it are not used: a batch is unordered, repeated and may be
 * lost, so it only names what to read.
 */
public final class HubSpotWebhooks {

    private static final Map<String, HubSpotObject> TYPE_IDS =
            Map.of("0-1", HubSpotObject.CONTACT, "0-2", HubSpotObject.COMPANY, "0-3", HubSpotObject.DEAL);
    private static final List<String> IDS = List.of("objectId", "newObjectId", "primaryObjectId");

    private final ConnectionId connection;
    private final Optional<Long> portal;
    private final URI address;
    private final Signature signature;

    /**
     * @param portal events of others are passed over
     * @param address the public one that HubSpot calls
     * @param secrets the app's client secret; two while one replaces the other
     */
    public HubSpotWebhooks(ConnectionId connection, Optional<Long> portal, URI address, List<Secret> secrets) {
        this.connection = connection;
        this.portal = portal;
        this.address = address;
        this.signature = new Signature(secrets);
    }

    /**
     * Whether HubSpot sent this within the last five minutes; compared in constant time.
     *
     * @param query as received, without the question mark
     * @param timestamp the header X-HubSpot-Request-Timestamp, milliseconds
     * @param given the header X-HubSpot-Signature-v3
     */
    public boolean isGenuine(
            byte[] body, Optional<String> query, Optional<String> timestamp, Optional<String> given, Instant now) {
        String called = query.map(text -> address + "?" + text).orElse(address.toString());
        return signature.isGenuine("POST", called, body, timestamp, given, now);
    }

    /** The records that are worth a look, each once. @throws IllegalArgumentException if this is no list of events */
    public List<RecordRef> named(byte[] body) {
        JsonNode events;
        try {
            events = Json.parse(new String(body, StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("no JSON", e);
        }
        if (!events.isArray()) {
            throw new IllegalArgumentException("no list of events");
        }
        Set<RecordRef> named = new LinkedHashSet<>();
        events.forEach(event -> {
            if (isOfPortal(event) && !isOurs(event)) {
                name(event, named);
            }
        });
        return List.copyOf(named);
    }

    private boolean isOfPortal(JsonNode event) {
        return portal.filter(id -> event.path("portalId").asLong(id) != id).isEmpty();
    }

    /** Written by the very app that is told of it: an echo. */
    private static boolean isOurs(JsonNode event) {
        String app = event.path("appId").asString("");
        return !app.isEmpty()
                && event.path("changeSource").asString("").equals("INTEGRATION")
                && event.path("sourceId").asString("").equals(app);
    }

    private void name(JsonNode event, Set<RecordRef> named) {
        String what =
                event.path("subscriptionType").asString(event.path("eventType").asString(""));
        if (what.endsWith("associationChange")) {
            String[] ends = event.path("associationType").asString("").split("_TO_", 2);
            if (ends.length == 2) {
                singular(ends[0]).ifPresent(object -> add(object, event.path("fromObjectId"), named));
                singular(ends[1]).ifPresent(object -> add(object, event.path("toObjectId"), named));
            }
            return;
        }
        Optional<HubSpotObject> object = Optional.ofNullable(
                        TYPE_IDS.get(event.path("objectTypeId").asString("")))
                .or(() -> singular(what.split("\\.", 2)[0]));
        object.ifPresent(type -> {
            IDS.forEach(id -> add(type, event.path(id), named));
            event.path("mergedObjectIds").forEach(id -> add(type, id, named));
        });
    }

    private static Optional<HubSpotObject> singular(String word) {
        return HubSpotObject.find(new ObjectType(word.isEmpty() ? "none" : word.toLowerCase(Locale.ROOT)));
    }

    private void add(HubSpotObject object, JsonNode id, Set<RecordRef> named) {
        String text = id.asString("");
        if (text.matches("[1-9][0-9]{0,18}")) {
            named.add(new RecordRef(connection, object.type(), text));
        }
    }
}
