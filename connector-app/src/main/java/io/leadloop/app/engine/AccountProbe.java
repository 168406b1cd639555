package io.leadloop.app.engine;

import io.leadloop.app.config.Account;
import io.leadloop.app.config.Configuration;
import io.leadloop.canonical.ObjectType;
import io.leadloop.hubspot.HubSpotAdapter;
import io.leadloop.pipeline.Connected;
import io.leadloop.salesforce.SalesforceAdapter;
import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;

/** One account, to be looked at without store, rules or lease. */
public final class AccountProbe implements AutoCloseable {

    /** Of a day, by all clients of the account. */
    public record Calls(long used, long limit) {}

    private final Account account;
    private final Connected connected;

    private AccountProbe(Account account, Connected connected) {
        this.account = account;
        this.connected = connected;
    }

    /** Calls nobody yet. */
    public static AccountProbe of(Configuration configuration, Account account) {
        Connected connected = new Adapters(configuration, new PassClock(configuration.clock()))
                .connect().stream()
                        .filter(one -> one.id().equals(account.id()))
                        .findFirst()
                        .orElseThrow();
        return new AccountProbe(account, connected);
    }

    public Account account() {
        return account;
    }

    public Connected connected() {
        return connected;
    }

    /** Logs in and makes one call, which also refuses any other account than the expected one. */
    public void reach() {
        if (connected.adapter() instanceof HubSpotAdapter hubSpot) {
            hubSpot.account();
        } else {
            connected.adapter().schema().describe(new ObjectType("User"));
        }
    }

    /** As the vendor told with its last answer. */
    public Optional<Calls> calls() {
        return connected.adapter() instanceof HubSpotAdapter hubSpot
                ? hubSpot.usage().map(calls -> new Calls(calls.used(), calls.limit()))
                : connected.adapter() instanceof SalesforceAdapter salesforce
                        ? salesforce.usage().map(calls -> new Calls(calls.used(), calls.limit()))
                        : Optional.empty();
    }

    /** An address of the vendor's API that costs no call: it needs no login, or refuses a caller without one. */
    public URI open() {
        return account.url()
                .resolve(isHubSpot() ? "/account-info/" + HubSpotAdapter.API_VERSION + "/details" : "/services/data/");
    }

    public String apiVersion() {
        return isHubSpot() ? HubSpotAdapter.API_VERSION : SalesforceAdapter.API_VERSION;
    }

    public LocalDate apiSupportedUntil() {
        return isHubSpot() ? HubSpotAdapter.API_SUPPORTED_UNTIL : SalesforceAdapter.API_SUPPORTED_UNTIL;
    }

    public boolean isHubSpot() {
        return account instanceof Account.HubSpot;
    }

    @Override
    public void close() {
        connected.adapter().close();
    }
}
