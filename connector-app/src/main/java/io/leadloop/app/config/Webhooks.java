package io.leadloop.app.config;

import java.net.URI;
import java.util.List;

/**
 * How a vendor tells us that something changed.
 *
 * @param url the public address that the vendor calls
 * @param secrets that it signs with; two while one replaces the other
 */
public record Webhooks(URI url, List<Secret> secrets) {

    public Webhooks {
        secrets = List.copyOf(secrets);
    }
}
