package io.leadloop.salesforce.plugin;

import io.leadloop.fixtures.simulator.UserEdit;
import io.leadloop.fixtures.simulator.VendorSimulator;
import io.leadloop.salesforce.SimulatedOrg;
import io.leadloop.spi.InstallOrder;
import io.leadloop.spi.InstallReport;
import io.leadloop.spi.Installed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An org over HTTP and an installer for any package; waiting takes no time. */
final class Bench implements AutoCloseable {

    final SimulatedOrg org;
    final SalesforceRest rest;
    final List<String> progress = new ArrayList<>();
    final List<Duration> waits = new ArrayList<>();

    Bench(SimulatedOrg org) {
        this.org = org;
        this.rest = org.rest();
    }

    SalesforcePlugin plugin() {
        return plugin(SourceTree.shipped());
    }

    SalesforcePlugin plugin(SourceTree tree) {
        return new SalesforcePlugin(rest, waits::add, Duration.ofSeconds(2), tree);
    }

    InstallReport install() {
        return plugin().install(InstallOrder.plain(), progress::add);
    }

    Installed look() {
        return plugin().look(Set.of());
    }

    OrgField field(String object, String name) {
        return new OrgView(rest)
                .fields(object).orElseThrow().values().stream()
                        .filter(field -> field.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    Map<String, String> act(String action, Map<String, String> arguments) {
        return org.simulator().act(action, "Admin", arguments);
    }

    VendorSimulator simulator() {
        return org.simulator();
    }

    /** A record that an administrator makes. */
    Map<String, String> org(String type, Map<String, String> fields) {
        return org.simulator().edit(new UserEdit("Admin", type, Optional.empty(), fields, false));
    }

    Map<String, String> lead(String name, Map<String, String> more) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of("LastName", name, "Company", "Acme"));
        fields.putAll(more);
        return org.simulator().edit(new UserEdit("Marco Ruiz", "Lead", Optional.empty(), fields, false));
    }

    @Override
    public void close() {
        org.close();
    }
}
