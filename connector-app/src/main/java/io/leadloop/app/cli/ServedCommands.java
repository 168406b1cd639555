package io.leadloop.app.cli;

import io.leadloop.app.control.CommandRunner;
import io.leadloop.app.control.Done;
import io.leadloop.app.serve.Serving;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine;

/** Commands that another process of this machine hands over: on the open store, those that change writes between two passes. */
final class ServedCommands implements CommandRunner {

    private static final Set<String> TAKE_TURNS =
            Set.of("reconcile", "restore", "retry", "ignore", "decide", "tidy", "erase", "apply");

    private final Serving serving;

    ServedCommands(Serving serving) {
        this.serving = serving;
    }

    @Override
    public Done run(List<String> arguments) {
        if (!Beside.isHandedOver(arguments)) {
            return new Done(ExitCode.INPUT, "", "what   '" + arguments.get(0) + "' does not run beside 'serve'\n");
        }
        if (arguments.stream().limit(2).noneMatch(TAKE_TURNS::contains)) {
            return execute(arguments);
        }
        CompletableFuture<Done> done = new CompletableFuture<>();
        serving.between(() -> done.complete(execute(arguments)));
        serving.ring();
        return done.join();
    }

    private Done execute(List<String> arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Commands.served(serving);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        int exitCode = line.execute(arguments.toArray(String[]::new));
        return new Done(exitCode, out.toString(), err.toString());
    }
}
