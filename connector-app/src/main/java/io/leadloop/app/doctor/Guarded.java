package io.leadloop.app.doctor;

import io.leadloop.failure.CallFailed;
import io.leadloop.failure.Failure;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/** Runs a check so that its failure is a finding, too. */
final class Guarded {

    private Guarded() {}

    static Finding run(String check, Supplier<Finding> body) {
        try {
            return body.get();
        } catch (CallFailed e) {
            return failed(check, e.failure());
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(Guarded.class).error("check failed check={}", check, e);
            return Finding.broken(
                    check,
                    "the check itself failed (" + e.getClass().getSimpleName() + ")",
                    "Look into leadloop.log, and report it with that file");
        }
    }

    static Finding failed(String check, Failure failure) {
        String what = failure.code() + ": " + failure.detail().replaceAll("[.]$", "");
        if (failure.code().startsWith("STORE_")) {
            return Finding.broken(check, what, "Do that, then run 'leadloop doctor' again");
        }
        String connection = check.substring(0, check.indexOf(' ') < 0 ? check.length() : check.indexOf(' '));
        return Finding.refused(
                check,
                what,
                switch (failure.kind()) {
                    case UNAUTHENTICATED ->
                        "Check 'auth' of the connection '" + connection + "', and the app that it names";
                    case FORBIDDEN -> "Give the integration user or the token of '" + connection + "' the right to it";
                    case MISCONFIGURED -> "Check 'url' and the expected account of the connection '" + connection + "'";
                    case TRANSIENT, THROTTLED, UNKNOWN_OUTCOME ->
                        "Check the network and the vendor's status page, then run 'leadloop doctor' again";
                    case NOT_FOUND, CONFLICT, INVALID, INTERNAL -> "Report it with leadloop.log";
                });
    }
}
