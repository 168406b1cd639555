package io.leadloop.app.cli;

import io.leadloop.app.doctor.Doctor;
import io.leadloop.app.doctor.Finding;
import io.leadloop.app.doctor.Machine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "doctor",
        description = "Checks configuration, store, accounts, clocks and API usage; says how to fix what it finds.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0: nothing must be fixed",
            "2: something here: a file, the store, this machine",
            "3: something in an account"
        })
final class DoctorCommand implements Callable<Integer> {

    @Mixin
    private final Common common = new Common();

    @Override
    public Integer call() {
        List<Finding> findings = new Doctor(Machine.here()).examine(common.config(), System.getenv());
        findings.forEach(finding -> common.say(finding.line()));
        long broken = count(findings, Finding.State.BROKEN);
        long refused = count(findings, Finding.State.REFUSED);
        common.say(findings.size() + " checks, " + (broken + refused) + " to fix, "
                + count(findings, Finding.State.WARNING) + " to look at");
        common.show(Map.of(
                "ok",
                broken + refused == 0,
                "checks",
                findings.stream().map(DoctorCommand::document).toList()));
        return broken > 0 ? ExitCode.INPUT : refused > 0 ? ExitCode.VENDOR : ExitCode.OK;
    }

    private static long count(List<Finding> findings, Finding.State state) {
        return findings.stream().filter(finding -> finding.state() == state).count();
    }

    private static Map<String, Object> document(Finding finding) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("check", finding.check());
        document.put("state", finding.state().name());
        document.put("what", finding.what());
        document.put("fix", finding.fix());
        document.put("missing", finding.missing());
        return document;
    }
}
