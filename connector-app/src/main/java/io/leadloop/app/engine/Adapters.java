package io.leadloop.app.engine;

import io.leadloop.app.config.Account;
import io.leadloop.app.config.Configuration;
import io.leadloop.hubspot.HubSpotAdapter;
import io.leadloop.hubspot.HubSpotConfig;
import io.leadloop.hubspot.HubSpotCredentials;
import io.leadloop.hubspot.Pacing;
import io.leadloop.hubspot.Polling;
import io.leadloop.pipeline.Connected;
import io.leadloop.policy.Allowance;
import io.leadloop.salesforce.SalesforceAdapter;
import io.leadloop.salesforce.SalesforceConfig;
import io.leadloop.spi.VendorAdapter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Makes the adapters of the configured accounts; nothing is called yet. */
final class Adapters {

    /** Simulators show what was written at once. */
    private static final Duration SIMULATED_OVERLAP = Duration.ofSeconds(5);

    /** Simulators keep deleted rows for ever, and their time jumps. */
    private static final Duration SIMULATED_BIN = Duration.ofDays(3650);

    private static final int USUALLY_KEPT_FREE = 20;

    private final Configuration configuration;
    private final InstantSource clock;

    Adapters(Configuration configuration, InstantSource clock) {
        this.configuration = configuration;
        this.clock = clock;
    }

    List<Connected> connect() {
        return configuration.accounts().stream()
                .map(account -> {
                    VendorAdapter adapter = account instanceof Account.Salesforce org
                            ? salesforce(org)
                            : hubSpot((Account.HubSpot) account);
                    return new Connected(account.id(), adapter.system(), account.role(), adapter, allowance(account));
                })
                .toList();
    }

    /** Where nothing is said, a fifth of the vendor's own limit is left to others. */
    private static Allowance allowance(Account account) {
        return account.usage()
                .map(usage -> new Allowance(usage.dailyLimit(), usage.keepFreePercent()))
                .orElseGet(() -> new Allowance(Long.MAX_VALUE, USUALLY_KEPT_FREE));
    }

    private VendorAdapter salesforce(Account.Salesforce org) {
        SalesforceConfig usual = SalesforceConfig.of(org.id(), org.url(), org.credentials());
        return new SalesforceAdapter(
                new SalesforceConfig(
                        org.id(),
                        org.url(),
                        org.credentials(),
                        org.orgId(),
                        usual.connectTimeout(),
                        usual.answerTimeout(),
                        org.isLoopback() ? SIMULATED_OVERLAP : usual.overlap(),
                        org.isLoopback() ? SIMULATED_BIN : usual.recycleBin(),
                        configuration.assignmentRules(),
                        org.push()),
                clock);
    }

    private VendorAdapter hubSpot(Account.HubSpot portal) {
        KeptToken kept = new KeptToken(configuration.dataFolder(), portal.id().value());
        HubSpotCredentials credentials = portal.credentials();
        HubSpotConfig config = HubSpotConfig.of(
                portal.id(),
                portal.url(),
                credentials instanceof HubSpotCredentials.OAuth configured ? kept.latest(configured) : credentials);
        if (configuration.clock().isPresent()) {
            config = config.with(Pacing.unlimited());
        }
        if (portal.isLoopback()) {
            config = config.with(
                    Polling.standard().withOverlap(SIMULATED_OVERLAP).withArchivedEvery(1));
        }
        if (portal.portalId().isPresent()) {
            config = config.withExpectedPortal(portal.portalId().get());
        }
        return new HubSpotAdapter(
                config,
                clock,
                token -> {
                    if (credentials instanceof HubSpotCredentials.OAuth configured) {
                        kept.keep(configured, token);
                    }
                },
                PortalFootprint.shipped());
    }
}
