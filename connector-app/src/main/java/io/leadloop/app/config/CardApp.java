package io.leadloop.app.config;

import java.net.URI;
import java.util.List;

/**
 * The app in HubSpot whose card calls us.
 *
 * @param url the public address of our HTTP interface, before its paths
 * @param app HubSpot's id of the app; cards of others are refused
 * @param secrets the app's client secret; two while one replaces the other
 */
public record CardApp(URI url, long app, List<Secret> secrets) {

    public CardApp {
        secrets = List.copyOf(secrets);
    }
}
