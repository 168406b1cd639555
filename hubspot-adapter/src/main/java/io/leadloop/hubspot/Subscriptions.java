package io.leadloop.hubspot;

import io.leadloop.spi.ConsentReader;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Reads which mail an address takes. */
public final class Subscriptions implements ConsentReader {

    private final HubSpotClient client;

    Subscriptions(HubSpotClient client) {
        this.client = client;
    }

    /** One for each kind of mail that the portal has; empty for an address that HubSpot does not know. */
    public List<Subscription> of(String address) {
        JsonNode page = client.fetch(Call.get(Paths.subscriptions(address)).with("channel", "EMAIL"));
        return StreamSupport.stream(page.path("results").spliterator(), false)
                .map(Subscriptions::subscription)
                .toList();
    }

    /** One call each: the batch form belongs to Marketing Enterprise. */
    @Override
    public Set<String> withdrawn(Collection<String> addresses) {
        return addresses.stream().filter(this::hasLeftAll).collect(Collectors.toSet());
    }

    private boolean hasLeftAll(String address) {
        JsonNode page = client.fetch(
                Call.get(Paths.subscriptions(address) + "/unsubscribe-all").with("channel", "EMAIL"));
        return StreamSupport.stream(page.path("results").spliterator(), false)
                .map(Subscriptions::subscription)
                .anyMatch(wide -> wide.status() == Subscription.Status.UNSUBSCRIBED);
    }

    private static Subscription subscription(JsonNode row) {
        String at = Json.text(row, "timestamp");
        Subscription.Status status = switch (Json.text(row, "status").toUpperCase(Locale.ROOT)) {
            case "SUBSCRIBED" -> Subscription.Status.SUBSCRIBED;
            case "UNSUBSCRIBED" -> Subscription.Status.UNSUBSCRIBED;
            default -> Subscription.Status.NOT_SPECIFIED;
        };
        return new Subscription(
                Json.text(row, "subscriptionId"),
                Json.text(row, "subscriptionName"),
                status,
                at.isEmpty() ? Optional.empty() : Optional.of(Json.instant(at)));
    }
}
