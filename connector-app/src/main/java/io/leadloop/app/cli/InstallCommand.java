package io.leadloop.app.cli;

import io.leadloop.app.config.Configuration;
import io.leadloop.app.install.PluginAccount;
import io.leadloop.spi.InstallOrder;
import io.leadloop.spi.InstallReport;
import io.leadloop.spi.Installed;
import io.leadloop.spi.PartChange;
import io.leadloop.spi.Plugin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "install",
        description = "Adds LeadLoop's fields and pages to an account, or brings them up to date. Layouts and pages of"
                + " yours are not touched, and a second time nothing changes.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0: all is there", "2: the order or a file of the package is wrong", "3: the account refuses it"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  leadloop install salesforce --check-only       prints every part and its purpose, changes nothing",
            "  leadloop install salesforce --adopt Rejected_Reason__c",
            "  leadloop install hubspot"
        })
final class InstallCommand implements Callable<Integer> {

    @Mixin
    private final Common common = new Common();

    @Parameters(paramLabel = "VENDOR", description = "salesforce or hubspot")
    private String vendor = "";

    @Option(names = "--check-only", description = "Asks the account whether it would work, and changes nothing.")
    private boolean checkOnly;

    @Option(
            names = "--adopt",
            paramLabel = "FIELD",
            description = "A picklist of yours that stands for our reason field; a table for its values is drafted.")
    private List<String> adopted = List.of();

    @Option(names = "--with", paramLabel = "PART", description = "A part that comes only if asked for.")
    private List<String> with = List.of();

    @Override
    public Integer call() {
        Configuration configuration = common.configuration();
        try (PluginAccount account = account(configuration, vendor)) {
            Plugin plugin = plugin(account, vendor);
            Adopting adopting = Adopting.of(configuration, plugin, vendor, adopted);
            InstallOrder order = new InstallOrder(checkOnly, adopting.order(), new TreeSet<>(with));
            Installed before = plugin.look(adopting.names());
            common.say("LeadLoop " + plugin.version() + " for " + account.connection() + "; " + Standings.of(before));
            adopting.say(common);
            InstallReport checked = plugin.install(order.checking(), Standings.quiet());
            PartLines lines = new PartLines(common);
            lines.say(checked);
            InstallReport report = checkOnly || !checked.good() || nothingToDo(checked)
                    ? checked
                    : plugin.install(order, step -> common.say("  " + step));
            if (report != checked) {
                lines.problems(report);
            }
            boolean applied = report.good() && !checkOnly;
            report.notes().forEach(note -> common.say(note));
            adopting.write(common, report.good());
            common.say(sum(report, applied, report != checked));
            Map<String, Object> document = lines.document(report);
            document.put("version", plugin.version());
            document.put("before", Map.of("standing", before.standing().name(), "version", before.version()));
            document.put("checkOnly", checkOnly);
            document.put("applied", applied);
            document.put("adopted", adopting.document());
            common.show(document);
            return report.good() ? ExitCode.OK : report.asked() ? ExitCode.VENDOR : ExitCode.INPUT;
        }
    }

    static PluginAccount account(Configuration configuration, String vendor) {
        return PluginAccount.of(configuration, vendor)
                .orElseThrow(() -> Complaint.input(
                        "There is no connection to '" + vendor + "'",
                        "connections in leadloop.yaml",
                        "Name salesforce or hubspot, and a connection for it"));
    }

    static Plugin plugin(PluginAccount account, String vendor) {
        return account.plugin()
                .orElseThrow(() -> Complaint.input(
                        "There is nothing to install for " + vendor,
                        vendor,
                        "See docs/footprint.md for what to add by hand"));
    }

    private static boolean nothingToDo(InstallReport report) {
        return report.count(PartChange.Effect.SAME) == report.changes().size();
    }

    private static String sum(InstallReport report, boolean applied, boolean tried) {
        if (!report.good()) {
            return report.problems().size() + " problems; "
                    + (tried ? "'leadloop doctor' tells what is there" : "nothing was changed");
        }
        Map<PartChange.Effect, Long> counts = new LinkedHashMap<>();
        for (PartChange.Effect effect : PartChange.Effect.values()) {
            counts.put(effect, report.count(effect));
        }
        String what = counts.entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .map(each -> each.getValue() + " " + PartLines.word(each.getKey()))
                .collect(Collectors.joining(", "));
        return applied ? "Done: " + what : "Checked, nothing was changed: " + what;
    }
}
