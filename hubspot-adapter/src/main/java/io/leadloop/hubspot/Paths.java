package io.leadloop.hubspot;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

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

    static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
