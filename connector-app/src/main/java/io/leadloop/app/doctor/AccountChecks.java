package io.leadloop.app.doctor;

import io.leadloop.app.config.Account;
import io.leadloop.app.config.Configuration;
import io.leadloop.app.engine.AccountProbe;
import io.leadloop.app.engine.PassClock;
import io.leadloop.app.install.MappedReasons;
import io.leadloop.failure.CallFailed;
import io.leadloop.mapping.MappingSet;
import io.leadloop.pipeline.Watched;
import io.leadloop.spi.Plugin;
import io.leadloop.spi.PushSource;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All that can be asked of one account; nothing is written to it. */
final class AccountChecks {

    private static final Period SOON = Period.ofMonths(6);

    private final Configuration configuration;
    private final Optional<MappingSet> mappings;
    private final Machine machine;

    AccountChecks(Configuration configuration, Optional<MappingSet> mappings, Machine machine) {
        this.configuration = configuration;
        this.mappings = mappings;
        this.machine = machine;
    }

    List<Finding> of(Account account) {
        String name = account.role().word();
        List<Finding> findings = new ArrayList<>();
        try (AccountProbe probe = AccountProbe.of(configuration, account)) {
            Finding login = Guarded.run(name + " login", () -> login(probe));
            findings.add(login);
            findings.add(Guarded.run(name + " clock", () -> clock(probe)));
            boolean inside = login.state() != Finding.State.REFUSED;
            findings.add(Guarded.run(name + " fields", () -> fields(probe, inside)));
            probe.connected()
                    .adapter()
                    .plugin()
                    .ifPresent(plugin -> findings.addAll(packaged(name + " package", probe, plugin, inside)));
            probe.connected()
                    .adapter()
                    .push()
                    .ifPresent(source -> findings.add(push(name + " push", probe, source, inside)));
            findings.add(Guarded.run(name + " calls", () -> calls(probe)));
            findings.add(Guarded.run(name + " api version", () -> version(probe)));
        } catch (IllegalArgumentException e) {
            findings.add(
                    Finding.broken(name + " login", String.valueOf(e.getMessage()), "Correct it in leadloop.yaml"));
        }
        return findings;
    }

    private Finding login(AccountProbe probe) {
        probe.reach();
        boolean pinned = probe.account() instanceof Account.Salesforce org
                ? org.orgId().isPresent()
                : ((Account.HubSpot) probe.account()).portalId().isPresent();
        String name = probe.account().role().word() + " login";
        return pinned
                ? Finding.ok(name, "accepted, and it is the expected account")
                : Finding.warning(
                        name,
                        "accepted; any account would be",
                        "Write '" + (probe.isHubSpot() ? "expect-portal-id" : "expect-org-id")
                                + "', so that a wrong one is refused");
    }

    private Finding clock(AccountProbe probe) {
        PassClock simulated = new PassClock(configuration.clock());
        return new ClockCheck(simulated.isSimulated() ? simulated : machine.clock())
                .of(probe.account().role().word() + " clock", probe.open());
    }

    private Finding fields(AccountProbe probe, boolean inside) {
        String name = probe.account().role().word() + " fields";
        if (!inside || mappings.isEmpty()) {
            return Finding.skipped(name, inside ? "the mapping files are broken" : "nobody is logged in");
        }
        return new FieldCheck(probe, mappings.get()).of(name);
    }

    private List<Finding> packaged(String name, AccountProbe probe, Plugin plugin, boolean inside) {
        if (!inside) {
            return List.of(Finding.skipped(name, "nobody is logged in"));
        }
        try {
            String vendor = probe.connected().system().value();
            Set<String> reasons =
                    mappings.map(all -> new MappedReasons(all, vendor).fields()).orElse(Set.of());
            return new PackageCheck(plugin, vendor).of(name, reasons);
        } catch (CallFailed e) {
            return List.of(Guarded.failed(name, e.failure()));
        }
    }

    private Finding push(String name, AccountProbe probe, PushSource source, boolean inside) {
        if (!inside || mappings.isEmpty()) {
            return Finding.skipped(name, inside ? "the mapping files are broken" : "nobody is logged in");
        }
        return Guarded.run(
                name, () -> new PushCheck(mappings.get(), probe.connected().system()).of(name, source));
    }

    private Finding calls(AccountProbe probe) {
        String name = probe.account().role().word() + " calls";
        if (mappings.isEmpty()) {
            return Finding.skipped(name, "the mapping files are broken");
        }
        int watched = Watched.types(mappings.get(), probe.connected().system()).size();
        Optional<Account.ApiUsage> usage = probe.account() instanceof Account.Salesforce org
                ? org.usage()
                : ((Account.HubSpot) probe.account()).usage();
        return new AllowanceCheck(configuration.poll(), watched).of(name, usage, probe.calls());
    }

    private Finding version(AccountProbe probe) {
        String name = probe.account().role().word() + " api version";
        LocalDate end = probe.apiSupportedUntil();
        LocalDate today = machine.clock().instant().atZone(ZoneOffset.UTC).toLocalDate();
        String what = probe.apiVersion() + ", supported until about " + end;
        String fix = "Install a newer LeadLoop before that day";
        return !end.isAfter(today)
                ? Finding.broken(name, what, fix)
                : end.minus(SOON).isBefore(today) ? Finding.warning(name, what, fix) : Finding.ok(name, what);
    }
}
