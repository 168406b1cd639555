package io.leadloop.app.install;

import io.leadloop.app.config.Account;
import io.leadloop.app.config.Configuration;
import io.leadloop.app.engine.AccountProbe;
import io.leadloop.spi.Plugin;
import java.util.Optional;

/** The connection of a vendor, with what we can install there. */
public final class PluginAccount implements AutoCloseable {

    private final AccountProbe probe;

    private PluginAccount(AccountProbe probe) {
        this.probe = probe;
    }

    /**
     * Calls nobody yet; empty if no connection is of that vendor.
     *
     * @param vendor {@code salesforce} or {@code hubspot}
     */
    public static Optional<PluginAccount> of(Configuration configuration, String vendor) {
        for (Account account : configuration.accounts()) {
            AccountProbe probe = AccountProbe.of(configuration, account);
            if (probe.connected().system().value().equals(vendor)) {
                return Optional.of(new PluginAccount(probe));
            }
            probe.close();
        }
        return Optional.empty();
    }

    public String connection() {
        return probe.connected().id().value();
    }

    public Optional<Plugin> plugin() {
        return probe.connected().adapter().plugin();
    }

    @Override
    public void close() {
        probe.close();
    }
}
