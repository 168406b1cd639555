package io.leadloop.app.cli;

import io.leadloop.app.config.Configuration;
import io.leadloop.app.engine.Engine;
import io.leadloop.app.engine.OpenStore;
import io.leadloop.pipeline.PassReport;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "sync",
        description = "Runs one pass: reads what is new, plans, and writes if the run state is live.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  leadloop sync --once --dry-run                            what a live run would write",
            "  leadloop sync --once                                      one pass"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0: done",
            "1: internal error",
            "2: wrong option or file",
            "3: a vendor failed",
            "4: held by a ceiling"
        })
final class SyncCommand implements Callable<Integer> {

    @Mixin
    private final Common common = new Common();

    @Option(names = "--once", description = "One pass, then the end; 'serve' goes on.")
    private boolean once;

    @Override
    public Integer call() {
        if (!once) {
            throw Complaint.input("'sync' runs one pass", "sync", "Add --once, or run 'leadloop serve' to go on");
        }
        Configuration configuration = common.configuration();
        try (OpenStore opened = OpenStore.of(configuration);
                Engine engine = Engine.of(configuration, opened);
                Progress progress = new Progress(common.spec().commandLine().getErr())) {
            boolean writes = opened.runState().writes();
            PassReport report = writes ? engine.run(opened.ceilings(), progress) : engine.plan(progress);
            progress.close();
            show(report, opened);
            if (report.held()) {
                throw Complaint.held(
                        String.format(
                                "The run would create %,d and change %,d records, more than its ceilings allow",
                                report.creates(), report.updates()),
                        "safety in " + common.config(),
                        String.format(
                                "Look at 'leadloop sync --once --dry-run', then 'leadloop go-live --max-creates %d"
                                        + " --max-updates %d'",
                                report.creates(), report.updates()));
            }
            return ExitCode.OK;
        }
    }

    private void show(PassReport report, OpenStore opened) {
        String state = opened.runState().word();
        common.say(String.format("%,d records read, %,d written (%s)", report.read(), report.written(), state));
        if (report.creates() + report.updates() > 0) {
            common.say(String.format(
                    "planned and waiting: %,d to create, %,d to change%s",
                    report.creates(),
                    report.updates(),
                    opened.runState().writes() ? "" : "; 'leadloop go-live' lets them leave"));
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("runState", state);
        document.put("read", report.read());
        document.put("written", report.written());
        document.put("creates", report.creates());
        document.put("updates", report.updates());
        document.put("held", report.held());
        common.show(document);
    }
}
