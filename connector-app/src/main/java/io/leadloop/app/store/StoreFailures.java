package io.leadloop.app.store;

import io.leadloop.failure.CallFailed;
import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/** Why a store cannot be opened, and what to do about it. */
final class StoreFailures {

    /** See H2's org.h2.api.ErrorCode: DATABASE_ALREADY_OPEN_1. */
    private static final int H2_ALREADY_OPEN = 90020;

    private StoreFailures() {}

    static CallFailed of(String url, SQLException cause) {
        String state = cause.getSQLState() == null ? "" : cause.getSQLState();
        if (cause.getErrorCode() == H2_ALREADY_OPEN) {
            String owner = StoreFile.of(url)
                    .flatMap(StoreFile::owner)
                    .map(pid -> "process " + pid)
                    .orElse("another process");
            return failed("STORE_IN_USE", "The store is open in " + owner + "; stop it, or wait until it ends.", cause);
        }
        if (state.startsWith("28")) {
            return failed(
                    "STORE_PASSWORD",
                    "The database refuses this user or password; correct store.user and store.password.",
                    cause);
        }
        if (state.startsWith("08") || state.startsWith("3D")) {
            return failed(
                    "STORE_UNREACHABLE",
                    "The database does not answer; check that the server runs and that store.url names it and its"
                            + " database.",
                    cause);
        }
        return failed(
                "STORE_UNREADABLE",
                "The database cannot be opened (code " + cause.getErrorCode() + ", state " + state
                        + "); check store.url and the rights on its file.",
                cause);
    }

    static CallFailed forbidden(String what, @Nullable Throwable cause) {
        return failed("STORE_FORBIDDEN", what + "; give this user the right to it, or set store.url elsewhere.", cause);
    }

    static CallFailed newer(Throwable cause) {
        return failed(
                "STORE_NEWER",
                "The store's tables are not those of this version; start the LeadLoop version that wrote them, or"
                        + " restore a backup.",
                cause);
    }

    /** Without its cause: drivers put the values of the statement into their messages. */
    static CallFailed write(DataAccessException failed) {
        String state = failed.getRootCause() instanceof SQLException cause ? "" + cause.getSQLState() : "none";
        return new CallFailed(Failure.of(
                FailureKind.INTERNAL,
                "STORE_WRITE",
                "The database refused a commit (" + failed.getClass().getSimpleName() + ", state " + state
                        + "); check its disk and its log."));
    }

    private static CallFailed failed(String code, String detail, @Nullable Throwable cause) {
        return new CallFailed(Failure.of(FailureKind.MISCONFIGURED, code, detail), cause);
    }
}
