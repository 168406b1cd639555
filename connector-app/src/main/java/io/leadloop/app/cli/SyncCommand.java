package io.leadloop.app.cli;

import io.leadloop.app.config.Configuration;
import io.leadloop.app.engine.Engine;
import io.leadloop.app.engine.OpenStore;
import io.leadloop.app.engine.PlanPage;
import io.leadloop.app.engine.PlannedRun;
import io.leadloop.app.engine.Rehearsed;
import io.leadloop.app.explain.PersonSearch;
import io.leadloop.canonical.AggregateId;
import io.leadloop.ledger.Store;
import io.leadloop.pipeline.PassReport;
import io.leadloop.state.AggregateState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
            "  leadloop sync --once --dry-run --out plan.html            the same with people before and after",
            "  leadloop sync --once                                      one pass",
            "  leadloop sync --once --only dana.whitfield@northwind.example --live    one person, in shadow"
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

    @Option(names = "--dry-run", description = "Writes nothing anywhere; counts what a live run would write.")
    private boolean dryRun;

    @Option(
            names = "--only",
            paramLabel = "PERSON",
            description = "Lets the writes of one person leave: a mail address, hubspot:ID or salesforce:ID.")
    private @Nullable String only;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "With --dry-run: a page with people before and after. It holds personal data.")
    private @Nullable Path out;

    @Option(names = "--live", description = "With --only: writes although the run state is shadow.")
    private boolean live;

    @Override
    public Integer call() {
        if (!once) {
            throw Complaint.input("'sync' runs one pass", "sync", "Add --once, or run 'leadloop serve' to go on");
        }
        Configuration configuration = common.configuration();
        if (live && only == null) {
            throw Complaint.held(
                    "'--live' alone would write for everybody", "sync", "Add --only PERSON, or run 'leadloop go-live'");
        }
        if (out != null && !dryRun) {
            throw Complaint.input("'--out' shows what a dry run would write", "sync --out", "Add --dry-run");
        }
        return dryRun ? rehearse(configuration) : only == null ? run(configuration) : one(configuration, only);
    }

    /** In shadow nothing leaves without --live. */
    private int one(Configuration configuration, String person) {
        try (OpenStore opened = OpenStore.of(configuration);
                Engine engine = Engine.of(configuration, opened);
                ProgressLine progress =
                        new ProgressLine(common.spec().commandLine().getErr())) {
            boolean writes = live || opened.runState().writes();
            Calls calls = new Calls(common, engine);
            calls.foretell();
            PassReport report = engine.runFor(
                    store -> {
                        List<AggregateId> found = named(configuration, store, person);
                        return writes ? found : List.of();
                    },
                    progress);
            progress.close();
            show(report, opened, calls);
            return ExitCode.OK;
        }
    }

    private static List<AggregateId> named(Configuration configuration, Store store, String person) {
        List<AggregateId> found = new PersonSearch(configuration, store)
                .find(person).stream().map(AggregateState::id).toList();
        if (found.size() != 1) {
            throw Complaint.input(
                    found.size() + " people are known as '" + person + "'",
                    "sync --only",
                    "Write a mail address, hubspot:ID or salesforce:ID of one person");
        }
        return found;
    }

    private int rehearse(Configuration configuration) {
        try (OpenStore opened = OpenStore.of(configuration);
                Engine engine = Engine.of(configuration, opened);
                ProgressLine progress =
                        new ProgressLine(common.spec().commandLine().getErr())) {
            String person = only;
            Calls calls = new Calls(common, engine);
            calls.foretell();
            Rehearsed rehearsed = person == null
                    ? engine.rehearse(progress)
                    : engine.rehearseFor(store -> named(configuration, store, person), progress);
            progress.close();
            List<Map<String, Object>> lines = new ArrayList<>();
            common.say("A live run would write:");
            rehearsed
                    .counts()
                    .forEach((connection, types) -> types.forEach((type, count) -> {
                        common.say(String.format(
                                "  %-10s %-22s %,6d created %,6d changed%s",
                                connection,
                                type,
                                count.created(),
                                count.changed(),
                                count.cleared() == 0 ? "" : String.format(" %,6d fields emptied", count.cleared())));
                        lines.add(Map.of(
                                "connection", connection.value(),
                                "object", type.value(),
                                "created", count.created(),
                                "changed", count.changed(),
                                "cleared", count.cleared()));
                    }));
            common.say(lines.isEmpty() ? "  nothing" : "Nothing was written. 'leadloop go-live' lets writes leave.");
            if (out != null) {
                PlanPage.write(out, PlannedRun.of(rehearsed, opened.store()));
                common.say("People before and after: " + out);
            }
            calls.sayWhatWasSpent();
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("dryRun", true);
            document.put("read", rehearsed.report().read());
            document.put("writes", lines);
            calls.document(document);
            common.show(document);
            return ExitCode.OK;
        }
    }

    private int run(Configuration configuration) {
        try (OpenStore opened = OpenStore.of(configuration);
                Engine engine = Engine.of(configuration, opened);
                ProgressLine progress =
                        new ProgressLine(common.spec().commandLine().getErr())) {
            boolean writes = opened.runState().writes();
            Calls calls = new Calls(common, engine);
            calls.foretell();
            PassReport report = writes ? engine.run(opened.ceilings(), progress) : engine.plan(progress);
            progress.close();
            show(report, opened, calls);
            if (report.held()) {
                throw Complaint.held(
                        String.format(
                                "The run would create %,d and change %,d records, more than its ceilings allow",
                                report.creates(), report.updates()),
                        "safety in " + common.config(),
                        String.format(
                                "Look at 'leadloop sync --once --dry-run', then 'leadloop go-live --max-creates %d"
                                        + " --max-updates %d'",
                                Math.max(report.creates(), opened.ceilings().createsPerRun()),
                                Math.max(report.updates(), opened.ceilings().updatesPerRun())));
            }
            return ExitCode.OK;
        }
    }

    private void show(PassReport report, OpenStore opened, Calls calls) {
        String state = opened.runState().word();
        common.say(String.format("%,d records read, %,d written (%s)", report.read(), report.written(), state));
        if (report.creates() + report.updates() > 0) {
            common.say(String.format(
                    "planned and waiting: %,d to create, %,d to change%s",
                    report.creates(),
                    report.updates(),
                    opened.runState().writes() ? "" : "; 'leadloop go-live' lets them leave"));
        }
        if (report.keptBack()) {
            common.say("Some of it waits: the rest of a vendor's daily calls is kept for others and for urgent work"
                    + " (api-usage in " + common.config() + ").");
        }
        calls.sayWhatWasSpent();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("runState", state);
        document.put("read", report.read());
        document.put("written", report.written());
        document.put("creates", report.creates());
        document.put("updates", report.updates());
        document.put("held", report.held());
        document.put("keptBack", report.keptBack());
        calls.document(document);
        common.show(document);
    }
}
