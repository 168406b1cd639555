package io.leadloop.app.config;

import io.leadloop.app.announce.Endpoint;
import io.leadloop.lifecycle.BusinessCalendar;
import io.leadloop.policy.Ceilings;
import io.leadloop.policy.RunState;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All of {@code leadloop.yaml}, checked.
 *
 * @param folder the file's own; relative paths begin here
 * @param mode the run state of a store that has none yet
 * @param mappings a folder; empty for the shipped files
 * @param clock where simulators tell their time; empty for the machine's
 * @param endpoints who is told of what happens
 * @param assignmentRules whether the CRM's own rules choose the owner of a new lead
 */
public record Configuration(
        Path folder,
        RunState mode,
        StoreAddress store,
        Optional<Path> mappings,
        BusinessCalendar calendar,
        Optional<URI> clock,
        List<Account> accounts,
        boolean assignmentRules,
        Qualify qualify,
        Ceilings ceilings,
        Retention retention,
        HttpAddress http,
        List<Endpoint> endpoints) {

    public Configuration {
        accounts = List.copyOf(accounts);
        endpoints = List.copyOf(endpoints);
    }

    /** The shortest poll time of all accounts. */
    public Duration poll() {
        return accounts.stream()
                .map(Account::poll)
                .min(Comparator.naturalOrder())
                .orElse(Duration.ofMinutes(1));
    }

    /** Where logs and the like go: beside an embedded store, else beside the configuration. */
    public Path dataFolder() {
        return store.file().map(file -> file.toAbsolutePath().getParent()).orElseGet(() -> folder.resolve(".leadloop"));
    }
}
