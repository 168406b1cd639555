package io.leadloop.app.config;

import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.Role;
import io.leadloop.hubspot.HubSpotCredentials;
import io.leadloop.salesforce.SalesforceCredentials;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** One connection of the configuration. */
public sealed interface Account {

    ConnectionId id();

    Role role();

    URI url();

    /** Time between two polls. */
    Duration poll();

    /** What we may use of its calls, if it is said. */
    Optional<ApiUsage> usage();

    /** Whether it is on this machine: a simulator, which needs no pacing. */
    default boolean isLoopback() {
        return Loopback.is(url());
    }

    /**
     * @param orgId any other org is refused
     * @param push where it tells of changes; empty for polling alone
     */
    record Salesforce(
            ConnectionId id,
            Role role,
            URI url,
            Duration poll,
            Optional<String> orgId,
            SalesforceCredentials credentials,
            Optional<ApiUsage> usage,
            Optional<URI> push)
            implements Account {}

    /** @param portalId any other portal is refused */
    record HubSpot(
            ConnectionId id,
            Role role,
            URI url,
            Duration poll,
            Optional<Long> portalId,
            HubSpotCredentials credentials,
            Optional<ApiUsage> usage,
            Optional<Webhooks> webhooks,
            Optional<CardApp> card)
            implements Account {}

    /**
     * What we may use of the account's calls.
     *
     * @param keepFreePercent share that is left to others, 0 to 100
     */
    record ApiUsage(int dailyLimit, int keepFreePercent) {}

    /** Addresses of this machine. */
    final class Loopback {
        private static final Set<String> HOSTS = Set.of("127.0.0.1", "localhost", "[::1]");

        private Loopback() {}

        static boolean is(URI address) {
            return address.getHost() != null && HOSTS.contains(address.getHost());
        }
    }
}
