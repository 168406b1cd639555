package io.leadloop.app.engine;

import io.leadloop.app.config.Account;
import io.leadloop.app.config.Configuration;
import io.leadloop.canonical.RecordRef;
import io.leadloop.hubspot.HubSpotWebhooks;
import io.leadloop.hubspot.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where HubSpot rings. */
public final class Doorbell {

    private final HubSpotWebhooks webhooks;

    private Doorbell(HubSpotWebhooks webhooks) {
        this.webhooks = webhooks;
    }

    /** Empty if no webhooks are configured. */
    public static Optional<Doorbell> of(Configuration configuration) {
        return configuration.accounts().stream()
                .filter(Account.HubSpot.class::isInstance)
                .map(Account.HubSpot.class::cast)
                .flatMap(portal -> portal.webhooks().stream()
                        .map(settings -> new Doorbell(new HubSpotWebhooks(
                                portal.id(),
                                portal.portalId(),
                                settings.url(),
                                settings.secrets().stream()
                                        .map(secret -> new Secret(secret.reveal()))
                                        .toList()))))
                .findFirst();
    }

    /** @param query of the received address, without the question mark */
    public boolean isGenuine(
            byte[] body, Optional<String> query, Optional<String> timestamp, Optional<String> signature, Instant now) {
        return webhooks.isGenuine(body, query, timestamp, signature, now);
    }

    /** @throws IllegalArgumentException if the body cannot be read */
    public List<RecordRef> named(byte[] body) {
        return webhooks.named(body);
    }
}
