package io.leadloop.app.cli;

import io.leadloop.failure.CallFailed;
import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import io.leadloop.language.InvalidFiles;
import io.leadloop.language.Problem;
import java.io.PrintWriter;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what went wrong into what / where / fix and an exit code; a stack trace goes to the log alone. */
final class Complaints implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (thrown instanceof InvalidFiles files) {
            for (Problem problem : files.problems()) {
                print(err, problem.what(), problem.where().toString(), problem.fix());
            }
            err.printf("%d %s%n", files.problems().size(), files.problems().size() == 1 ? "problem" : "problems");
            return ExitCode.INPUT;
        }
        if (thrown instanceof Complaint complaint) {
            print(err, complaint.what(), complaint.where(), complaint.fix());
            return complaint.exitCode();
        }
        if (thrown instanceof CallFailed failed) {
            LoggerFactory.getLogger(Complaints.class).error("call failed {}", failed.failure());
            print(err, failed.failure().detail(), failed.failure().code(), fix(failed.failure()));
            return exitCode(failed.failure());
        }
        LoggerFactory.getLogger(Complaints.class).error("command failed", thrown);
        print(
                err,
                "Something went wrong inside LeadLoop (" + thrown.getClass().getSimpleName() + ")",
                command.getCommandName(),
                "Look into leadloop.log beside the store, and report it with that file");
        return ExitCode.INTERNAL;
    }

    static int exitCode(Failure failure) {
        if (failure.code().equals("STORE_IN_USE")) {
            return ExitCode.HELD;
        }
        return failure.code().startsWith("STORE_") ? ExitCode.INPUT : ExitCode.VENDOR;
    }

    private static String fix(Failure failure) {
        if (failure.code().startsWith("STORE_")) {
            return "Do that, then run the command again";
        }
        return failure.kind() == FailureKind.UNAUTHENTICATED
                ? "Check 'auth' of the connection in leadloop.yaml"
                : failure.kind() == FailureKind.TRANSIENT || failure.kind() == FailureKind.THROTTLED
                        ? "Run the command again later: nothing was lost"
                        : "Check the connection in leadloop.yaml and the rights of its user";
    }

    private static void print(PrintWriter err, String what, String where, String fix) {
        err.println("what   " + what);
        err.println("where  " + where);
        err.println("fix    " + fix);
        err.flush();
    }
}
