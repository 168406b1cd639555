package io.leadloop.hubspot;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The paths that we call, all of one dated version. Current since September 2026, supported until about March 2028. */
final class Paths {

    static final String VERSION = "2026-09";
    static final String TOKEN = "/oauth/" + VERSION + "/token";
    static final String ACCOUNT = "/account-info/" + VERSION + "/details";
    static final String OWNERS = "/crm/owners/" + VERSION;

    private Paths() {}

    static String objects(HubSpotObject object) {
        return "/crm/objects/" + VERSION + "/" + object.plural();
    }

    static String properties(HubSpotObject object) {
        return "/crm/properties/" + VERSION + "/" + object.plural();
    }

    static String associations(HubSpotObject from, HubSpotObject to) {
        return "/crm/associations/" + VERSION + "/" + from.plural() + "/" + to.plural();
    }

    static String subscriptions(String address) {
        return "/communication-preferences/" + VERSION + "/statuses/" + encoded(address);
    }

    /** What a call of this path is about; empty if it is about the account. */
    static Optional<HubSpotObject> object(String path) {
        if (path.startsWith("/communication-preferences/")) {
            return Optional.of(HubSpotObject.CONTACT);
        }
        List<String> parts = List.of(path.split("/"));
        return Arrays.stream(HubSpotObject.values())
                .filter(object -> parts.contains(object.plural()))
                .min(Comparator.comparingInt(object -> parts.indexOf(object.plural())));
    }

    static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
