package io.leadloop.app.cli;

import io.leadloop.app.config.Configuration;
import io.leadloop.app.install.DataExport;
import io.leadloop.app.install.PluginAccount;
import io.leadloop.spi.Holding;
import io.leadloop.spi.InstallReport;
import io.leadloop.spi.Installed;
import io.leadloop.spi.PartChange;
import io.leadloop.spi.Plugin;
import java.io.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "uninstall",
        description = "Takes LeadLoop's fields and pages out of an account, with the data in them: says what would go,"
                + " exports it, asks. Fields of yours that were adopted stay.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0: nothing of it is left",
            "2: the order is wrong",
            "3: the account refuses it",
            "4: nobody said yes"
        })
final class UninstallCommand implements Callable<Integer> {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    @Mixin
    private final Common common = new Common();

    @Parameters(paramLabel = "VENDOR", description = "salesforce or hubspot")
    private String vendor = "";

    @Option(names = "--check-only", description = "Says what would go and whether it would work; changes nothing.")
    private boolean checkOnly;

    @Option(names = "--yes", description = "Does not ask: what is taken away cannot be brought back.")
    private boolean sure;

    @Option(
            names = "--export",
            paramLabel = "FILE",
            description = "The zip for the data that goes (default: a new one beside the configuration).")
    private @Nullable Path export;

    @Override
    public Integer call() {
        Configuration configuration = common.configuration();
        try (PluginAccount account = InstallCommand.account(configuration, vendor)) {
            Plugin plugin = InstallCommand.plugin(account, vendor);
            Installed found = plugin.look(Set.of());
            common.say("LeadLoop for " + account.connection() + ": " + Standings.of(found));
            List<Holding> holdings = plugin.holdings();
            holdings.forEach(holding -> common.say(String.format(
                    "  %,9d rows lose  %-10s %s",
                    holding.rows(), holding.part().kind(), holding.part().name())));
            if (holdings.isEmpty()) {
                common.say("  no data is lost");
            }
            PartLines lines = new PartLines(common);
            InstallReport checked = plugin.remove(true, Standings.quiet());
            lines.problems(checked);
            if (checkOnly || !checked.good() || checked.changes().isEmpty()) {
                return end(lines, checked, holdings, "", false);
            }
            ask();
            String file = exported(configuration, plugin, holdings);
            InstallReport report = plugin.remove(false, step -> common.say("  " + step));
            lines.problems(report);
            return end(lines, report, holdings, file, true);
        }
    }

    private int end(PartLines lines, InstallReport report, List<Holding> holdings, String file, boolean tried) {
        report.notes().forEach(common::say);
        long removed = report.count(PartChange.Effect.REMOVED);
        boolean applied = tried && report.good();
        common.say(
                !report.good()
                        ? report.problems().size() + " problems; "
                                + (tried ? "'leadloop doctor' tells what is left" : "nothing was changed")
                        : applied
                                ? "Removed " + removed + " parts"
                                : removed == 0
                                        ? "There is nothing to remove"
                                        : removed + " parts would go; nothing was changed");
        Map<String, Object> document = lines.document(report);
        document.put(
                "holdings",
                holdings.stream()
                        .map(holding -> Map.of(
                                "kind", holding.part().kind(),
                                "name", holding.part().name(),
                                "rows", holding.rows()))
                        .toList());
        document.put("export", file);
        document.put("applied", applied);
        common.show(document);
        return report.good() ? ExitCode.OK : ExitCode.VENDOR;
    }

    private void ask() {
        Console console = System.console();
        boolean said = sure;
        if (!said && console != null && !common.wantsJson()) {
            said = "yes".equals(console.readLine("Take it all away? What goes cannot be brought back. Type yes: "));
        }
        if (!said) {
            throw Complaint.held(
                    "What is taken away cannot be brought back", vendor, "Type yes when asked, or add --yes");
        }
    }

    private String exported(Configuration configuration, Plugin plugin, List<Holding> holdings) {
        if (holdings.isEmpty()) {
            return "";
        }
        Path file = export == null
                ? configuration.folder().resolve("leadloop-" + vendor + "-" + NAME.format(Instant.now()) + ".zip")
                : export;
        if (Files.exists(file)) {
            throw Complaint.input("There is such a file already", file.toString(), "Name another one by --export");
        }
        long rows = DataExport.write(file, plugin, holdings);
        common.say(String.format("Exported %,d rows to %s, which only you may read", rows, file));
        return file.toString();
    }
}
