package io.leadloop.app.cli;

import io.leadloop.app.config.Configuration;
import io.leadloop.app.engine.Engine;
import io.leadloop.app.engine.OpenStore;
import io.leadloop.reconcile.Difference;
import io.leadloop.reconcile.Reconcile;
import io.leadloop.reconcile.Reconciliation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "reconcile",
        description = "Reads every linked record of both systems and names each difference that nobody has explained.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0: nothing unexplained", "3: a vendor failed", "4: differences that a person must look at"})
final class ReconcileCommand implements Callable<Integer> {

    @Mixin
    private final Common common = new Common();

    @Override
    public Integer call() {
        Configuration configuration = common.configuration();
        try (OpenStore opened = common.open(configuration);
                Engine engine = Engine.of(configuration, opened);
                ProgressLine progress =
                        new ProgressLine(common.spec().commandLine().getErr())) {
            engine.plan(progress);
            Reconciliation found = new Reconcile(engine.setup(), opened.store()).run(progress);
            progress.close();
            common.say(String.format(
                    "%,d fields compared, %,d differences explained, %,d unexplained",
                    found.compared(), found.explained(), found.unexplained().size()));
            found.unexplained()
                    .forEach(difference -> common.say("  " + difference.record() + "  " + difference.field()
                            + "  expected '" + difference.expected().text() + "'  found '"
                            + difference.found().text() + "'"));
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("compared", found.compared());
            document.put("explained", found.explained());
            document.put(
                    "unexplained",
                    found.unexplained().stream().map(ReconcileCommand::document).toList());
            common.show(document);
            return found.unexplained().isEmpty() ? ExitCode.OK : ExitCode.HELD;
        }
    }

    private static Map<String, String> document(Difference difference) {
        Map<String, String> document = new LinkedHashMap<>();
        document.put("record", difference.record().toString());
        document.put("field", difference.field());
        document.put("expected", difference.expected().text());
        document.put("found", difference.found().text());
        return document;
    }
}
