package io.leadloop.hubspot;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a card in HubSpot asks by {@code hubspot.fetch}. HubSpot's proxy adds to the address who asks, in which account and
 * through which app, and signs all of it; nothing of that is believed before the signature fits.
 */
public final class HubSpotCardCalls {

    /** What became of the check. */
    public sealed interface Verdict {

        record Genuine(Caller caller) implements Verdict {}

        record Refused(Why why) implements Verdict {}
    }

    /** Why a call is refused. */
    public enum Why {
        /** Not signed by HubSpot for this app, or changed on its way. */
        FORGED,
        /** Signed more than five minutes ago, or ahead. */
        STALE,
        OTHER_PORTAL,
        OTHER_APP,
        /** Genuine, and it does not say who asks, or says it twice. */
        NOBODY
    }

    /**
     * Who looks at the card.
     *
     * @param user HubSpot's id of the user, digits
     * @param email empty if HubSpot did not say
     */
    public record Caller(String user, String email) {}

    private final long portal;
    private final long app;
    private final String base;
    private final Signature signature;

    /**
     * @param base the public address before the paths of the interface, without a slash at its end
     * @param secrets the app's client secret; two while one replaces the other
     */
    public HubSpotCardCalls(long portal, long app, URI base, List<Secret> secrets) {
        this.portal = portal;
        this.app = app;
        this.base = base.toString().replaceFirst("/+$", "");
        this.signature = new Signature(secrets);
    }

    /**
     * @param path as received, still encoded
     * @param query as received, without the question mark
     * @param timestamp the header X-HubSpot-Request-Timestamp, milliseconds
     * @param given the header X-HubSpot-Signature-v3
     */
    public Verdict judge(
            String method,
            String path,
            Optional<String> query,
            byte[] body,
            Optional<String> timestamp,
            Optional<String> given,
            Instant now) {
        if (timestamp.filter(text -> !Signature.isRecent(text, now)).isPresent()) {
            return new Verdict.Refused(Why.STALE);
        }
        String address = base + path + query.map(text -> "?" + text).orElse("");
        if (!signature.isGenuine(method, address, body, timestamp, given, now)) {
            return new Verdict.Refused(Why.FORGED);
        }
        Map<String, List<String>> said = parameters(query.orElse(""));
        if (!only(said, "portalId").equals(Long.toString(portal))) {
            return new Verdict.Refused(Why.OTHER_PORTAL);
        }
        if (!only(said, "appId").equals(Long.toString(app))) {
            return new Verdict.Refused(Why.OTHER_APP);
        }
        String user = only(said, "userId");
        return user.matches("[1-9][0-9]{0,18}")
                ? new Verdict.Genuine(new Caller(user, only(said, "userEmail")))
                : new Verdict.Refused(Why.NOBODY);
    }

    /** A card may put parameters of its own into the address: what stands there twice is not what HubSpot added. */
    private static String only(Map<String, List<String>> said, String name) {
        List<String> values = said.getOrDefault(name, List.of());
        return values.size() == 1 ? values.get(0) : "";
    }

    private static Map<String, List<String>> parameters(String query) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            String[] parts = pair.split("=", 2);
            all.computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>())
                    .add(parts.length == 2 ? decoded(parts[1]) : "");
        }
        return all;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException badEscape) {
            return text;
        }
    }
}
