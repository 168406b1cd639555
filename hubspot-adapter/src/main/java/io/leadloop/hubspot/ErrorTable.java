package io.leadloop.hubspot;

import static io.leadloop.failure.FailureKind.CONFLICT;
import static io.leadloop.failure.FailureKind.FORBIDDEN;
import static io.leadloop.failure.FailureKind.INTERNAL;
import static io.leadloop.failure.FailureKind.INVALID;
import static io.leadloop.failure.FailureKind.MISCONFIGURED;
import static io.leadloop.failure.FailureKind.NOT_FOUND;
import static io.leadloop.failure.FailureKind.THROTTLED;
import static io.leadloop.failure.FailureKind.TRANSIENT;
import static io.leadloop.failure.FailureKind.UNAUTHENTICATED;
import static io.leadloop.failure.FailureKind.UNKNOWN_OUTCOME;

import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which kind of failure a vendor's error is. The first row that fits counts: status, then category, then inner code; the
 * message's words are the last resort, where HubSpot gives no code.
 */
final class ErrorTable {

    private record Row(Predicate<VendorError> fits, FailureKind kind, String code) {}

    /** Answered by a gateway after the call may have reached the application. */
    private static final Set<Integer> PERHAPS_APPLIED = Set.of(408, 500, 502, 504, 520, 522, 524);

    private static final String VENDORS_OWN = "";

    private static final List<Row> ROWS = List.of(
            row(401, UNAUTHENTICATED, VENDORS_OWN),
            row(error -> error.status() == 403 && !error.known(), TRANSIENT, "HTTP_403"),
            row(403, FORBIDDEN, VENDORS_OWN),
            row(error -> error.status() == 404 && missingRecord(error), NOT_FOUND, "OBJECT_NOT_FOUND"),
            row(404, MISCONFIGURED, "UNKNOWN_PATH"),
            row(405, INTERNAL, VENDORS_OWN),
            row(409, CONFLICT, VENDORS_OWN),
            row(410, MISCONFIGURED, "API_GONE"),
            row(413, INVALID, "TOO_LARGE"),
            row(414, INVALID, "TOO_LARGE"),
            row(415, INTERNAL, VENDORS_OWN),
            row(423, TRANSIENT, "LOCKED"),
            row(429, THROTTLED, VENDORS_OWN),
            row(477, TRANSIENT, "PORTAL_MIGRATION"),
            row(error -> error.status() >= 500, TRANSIENT, VENDORS_OWN),
            row(says("PROPERTY_DOESNT_EXIST"), MISCONFIGURED, "PROPERTY_DOESNT_EXIST"),
            row(says("READ_ONLY_VALUE"), MISCONFIGURED, "READ_ONLY_VALUE"),
            row(says("CANNOT_DELETE_PROPERTY_IN_USE"), MISCONFIGURED, VENDORS_OWN),
            row(says("GROUP_WITH_ACTIVE_PROPERTIES"), MISCONFIGURED, VENDORS_OWN),
            row(says("STAGE_ID_IN_USE"), MISCONFIGURED, VENDORS_OWN),
            row(says("CONFLICTING_UNIQUE_VALUE"), CONFLICT, VENDORS_OWN),
            row(says("OBJECT_NOT_FOUND"), NOT_FOUND, "OBJECT_NOT_FOUND"),
            row(says("INVALID_OBJECT_IDS"), NOT_FOUND, "INVALID_OBJECT_IDS"),
            row(mentions("already has that value"), CONFLICT, "UNIQUE_VALUE_TAKEN"),
            row(mentions("Existing ID"), CONFLICT, "ALREADY_EXISTS"),
            row(mentions("One or more associations are invalid"), NOT_FOUND, "INVALID_ASSOCIATION"),
            row(mentions("invalid from object type"), NOT_FOUND, "INVALID_ASSOCIATION"),
            row(mentions("non-unique"), MISCONFIGURED, "PROPERTY_NOT_UNIQUE"),
            row(mentions("Missing 'Edit"), FORBIDDEN, "MISSING_PERMISSION"),
            row(mentions("Duplicate IDs"), INTERNAL, "DUPLICATE_IDS"),
            row(mentions("Invalid input JSON"), INTERNAL, "INVALID_JSON"),
            row(mentions("10000"), INTERNAL, "SEARCH_TOO_DEEP"),
            row(mentions("10,000"), INTERNAL, "SEARCH_TOO_DEEP"),
            row(error -> error.status() == 400 && !error.known(), TRANSIENT, "HTTP_400"),
            row(error -> error.status() / 100 == 4, INVALID, VENDORS_OWN));

    private ErrorTable() {}

    static Failure failure(VendorError error, boolean write) {
        if (write && PERHAPS_APPLIED.contains(error.status())) {
            return Failure.of(UNKNOWN_OUTCOME, error.code(), detail(error));
        }
        for (Row row : ROWS) {
            if (row.fits().test(error)) {
                return Failure.of(row.kind(), row.code().isEmpty() ? error.code() : row.code(), detail(error));
            }
        }
        return Failure.of(INTERNAL, error.code(), detail(error));
    }

    private static String detail(VendorError error) {
        StringBuilder detail = new StringBuilder("HubSpot answered ").append(error.status());
        if (!error.properties().isEmpty()) {
            detail.append(" about ").append(String.join(", ", error.properties()));
        }
        if (!error.correlation().isEmpty()) {
            detail.append(" (correlation ").append(error.correlation()).append(')');
        }
        return detail.toString();
    }

    private static boolean missingRecord(VendorError error) {
        return error.says("OBJECT_NOT_FOUND") || error.mentions("resource not found");
    }

    private static Row row(int status, FailureKind kind, String code) {
        return new Row(error -> error.status() == status, kind, code);
    }

    private static Row row(Predicate<VendorError> fits, FailureKind kind, String code) {
        return new Row(fits, kind, code);
    }

    private static Predicate<VendorError> says(String code) {
        return error -> error.says(code);
    }

    private static Predicate<VendorError> mentions(String words) {
        return error -> error.mentions(words);
    }
}
