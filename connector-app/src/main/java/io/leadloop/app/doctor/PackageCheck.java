package io.leadloop.app.doctor;

import io.leadloop.spi.Installed;
import io.leadloop.spi.PartProblem;
import io.leadloop.spi.Plugin;
import io.leadloop.spi.PluginPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether what LeadLoop adds to the account is there, in this program's version, and as it was installed. */
final class PackageCheck {

    private static final int NAMED = 3;

    private final Plugin plugin;
    private final String again;

    PackageCheck(Plugin plugin, String vendor) {
        this.plugin = plugin;
        this.again = "leadloop install " + vendor;
    }

    /**
     * How far it is, and one finding for each part that differs.
     *
     * @param adopted fields of the account that stand for ours
     */
    List<Finding> of(String check, Set<String> adopted) {
        Installed found = plugin.look(adopted);
        List<Finding> findings = new ArrayList<>();
        findings.add(standing(check, found));
        for (PartProblem drift : found.drift()) {
            findings.add(Finding.warning(check, drift.where() + ": " + drift.what(), drift.fix()));
        }
        return findings;
    }

    private Finding standing(String check, Installed found) {
        String told = found.version().isEmpty() ? "a version that is not told" : "version " + found.version();
        return switch (found.standing()) {
            case ABSENT -> refused(check, "nothing of it is there", "Run '" + again + "'", found);
            case HALF ->
                refused(
                        check,
                        "half installed: " + found.missing().size() + " parts are missing or hidden, such as "
                                + names(found),
                        "Run '" + again + "', give our user the rights to it, or name the field that you adopted in the"
                                + " mappings",
                        found);
            case OLDER ->
                Finding.warning(
                        check,
                        told + " is there, and this program brings " + plugin.version()
                                + (found.missing().isEmpty() ? "" : "; it lacks " + names(found)),
                        "Run '" + again + "'");
            case NEWER ->
                Finding.warning(
                        check,
                        told + " is there, and this program brings " + plugin.version(),
                        "Install a LeadLoop that is as new");
            case CURRENT ->
                Finding.ok(check, (found.version().isEmpty() ? "" : told + ", ") + found.present() + " parts seen");
        };
    }

    private static Finding refused(String check, String what, String fix, Installed found) {
        return new Finding(
                check,
                Finding.State.REFUSED,
                what,
                fix,
                found.missing().stream().map(PluginPart::name).toList());
    }

    private static String names(Installed found) {
        return found.missing().stream().limit(NAMED).map(PluginPart::name).collect(Collectors.joining(", "));
    }
}
