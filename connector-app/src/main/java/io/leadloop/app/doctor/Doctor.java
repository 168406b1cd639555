package io.leadloop.app.doctor;

import io.leadloop.app.config.Configuration;
import io.leadloop.app.config.ConfigurationFile;
import io.leadloop.app.engine.Rules;
import io.leadloop.language.InvalidFiles;
import io.leadloop.language.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs every check, whatever the others found. Nothing is written to a vendor; the store is made if there is none. */
public final class Doctor {

    private static final String CONFIGURATION = "configuration";
    private static final String MAPPINGS = "mappings";

    private final Machine machine;

    public Doctor(Machine machine) {
        this.machine = machine;
    }

    /** In a fixed order, each check once; a broken file gives one finding for each of its mistakes. */
    public List<Finding> examine(Path file, Map<String, String> environment) {
        MachineChecks here = new MachineChecks(machine);
        List<Finding> findings = new ArrayList<>();
        findings.add(Guarded.run("versions", here::versions));
        Optional<Configuration> read = configuration(file, environment, findings);
        if (read.isEmpty()) {
            for (String check : List.of("working hours", "disk", MAPPINGS, "store", "crm", "marketing")) {
                findings.add(Finding.skipped(check, "the configuration is broken"));
            }
            return findings;
        }
        Configuration configuration = read.get();
        findings.add(Guarded.run("working hours", () -> here.hours(configuration)));
        findings.add(Guarded.run("disk", () -> here.disk(configuration)));
        Optional<Rules> rules = rules(configuration, findings);
        findings.addAll(StoreChecks.of(configuration));
        AccountChecks accounts = new AccountChecks(configuration, rules.map(Rules::mappings), machine);
        configuration.accounts().forEach(account -> findings.addAll(accounts.of(account)));
        return findings;
    }

    private static Optional<Configuration> configuration(
            Path file, Map<String, String> environment, List<Finding> findings) {
        try {
            Configuration configuration = ConfigurationFile.read(file, environment);
            findings.add(Finding.ok(CONFIGURATION, file.getFileName() + " has no mistakes"));
            return Optional.of(configuration);
        } catch (InvalidFiles e) {
            e.problems().forEach(problem -> findings.add(finding(CONFIGURATION, problem)));
            return Optional.empty();
        }
    }

    private static Optional<Rules> rules(Configuration configuration, List<Finding> findings) {
        try {
            Rules rules = Rules.of(configuration);
            findings.add(Finding.ok(
                    MAPPINGS,
                    rules.mappings().mappings().size() + " mappings, revision "
                            + rules.mappings().revision() + ", definition "
                            + rules.lead().label()));
            return Optional.of(rules);
        } catch (InvalidFiles e) {
            e.problems().forEach(problem -> findings.add(finding(MAPPINGS, problem)));
            return Optional.empty();
        }
    }

    private static Finding finding(String check, Problem problem) {
        return Finding.broken(check, problem.what() + " (" + problem.where() + ")", problem.fix());
    }
}
