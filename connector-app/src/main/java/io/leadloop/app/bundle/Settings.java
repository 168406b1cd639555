package io.leadloop.app.bundle;

import io.leadloop.app.announce.Event;
import io.leadloop.app.config.Account;
import io.leadloop.app.config.Configuration;
import io.leadloop.app.config.Qualify;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The configuration as it may be shown: named one by one, so that what is not named here is never shown. */
final class Settings {

    private Settings() {}

    static Map<String, Object> of(Configuration configuration) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("mode", configuration.mode().word());
        shown.put(
                "store", configuration.store().url().startsWith("jdbc:h2:file") ? "H2 in a file" : "a database server");
        shown.put("mappings", configuration.mappings().isPresent() ? "a folder of their own" : "as shipped");
        shown.put("timeZone", configuration.calendar().zone().toString());
        shown.put("holidays", configuration.calendar().holidays().size());
        shown.put("simulated", configuration.clock().isPresent());
        shown.put("owner", configuration.assignmentRules() ? "crm-assignment-rules" : "integration-user");
        shown.put("qualify", configuration.qualify() instanceof Qualify.When ? "a rule of their own" : "a definition");
        shown.put("maxCreatesPerRun", configuration.ceilings().createsPerRun());
        shown.put("maxUpdatesPerRun", configuration.ceilings().updatesPerRun());
        shown.put("retentionEntries", configuration.retention().entries().toString());
        shown.put("retentionReviews", configuration.retention().reviews().toString());
        shown.put("httpOnThisMachineAlone", configuration.http().bind().startsWith("127."));
        shown.put("httpPort", configuration.http().port());
        shown.put(
                "webhooksOut",
                configuration.endpoints().stream()
                        .map(endpoint -> endpoint.events().stream()
                                .map(Event::word)
                                .sorted()
                                .toList())
                        .toList());
        List<Map<String, Object>> accounts = new ArrayList<>();
        configuration.accounts().forEach(account -> accounts.add(of(account)));
        shown.put("connections", accounts);
        return shown;
    }

    private static Map<String, Object> of(Account account) {
        Map<String, Object> shown = new LinkedHashMap<>();
        boolean salesforce = account instanceof Account.Salesforce;
        Optional<Account.ApiUsage> usage =
                account instanceof Account.Salesforce org ? org.usage() : ((Account.HubSpot) account).usage();
        boolean pinned = account instanceof Account.Salesforce org
                ? org.orgId().isPresent()
                : ((Account.HubSpot) account).portalId().isPresent();
        shown.put("role", account.role().word());
        shown.put("vendor", salesforce ? "salesforce" : "hubspot");
        shown.put("onThisMachine", account.isLoopback());
        shown.put("poll", account.poll().toString());
        shown.put("expectedAccountNamed", pinned);
        if (account instanceof Account.HubSpot portal) {
            shown.put("webhooksIn", portal.webhooks().isPresent());
        }
        usage.ifPresent(limits -> {
            shown.put("dailyLimit", limits.dailyLimit());
            shown.put("keepFreePercent", limits.keepFreePercent());
        });
        return shown;
    }
}
