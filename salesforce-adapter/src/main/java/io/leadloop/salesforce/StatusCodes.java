package io.leadloop.salesforce;

import static io.leadloop.failure.FailureKind.CONFLICT;
import static io.leadloop.failure.FailureKind.FORBIDDEN;
import static io.leadloop.failure.FailureKind.INVALID;
import static io.leadloop.failure.FailureKind.MISCONFIGURED;
import static io.leadloop.failure.FailureKind.NOT_FOUND;
import static io.leadloop.failure.FailureKind.THROTTLED;
import static io.leadloop.failure.FailureKind.TRANSIENT;
import static io.leadloop.failure.FailureKind.UNAUTHENTICATED;

import com.sforce.soap.partner.Error;
import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What Salesforce's codes mean to us (F1): exception codes of calls and status codes of rows in one table, after
 * salesforce.md 3.1. Salesforce gives no retry hint; the durations are our own. Details name fields, never values.
 */
final class StatusCodes {

    private record Rule(FailureKind kind, String detail) {}

    private static final Map<String, Rule> RULES = new HashMap<>();

    private static final Duration DAILY_LIMIT = Duration.ofMinutes(15);
    private static final Duration BUSY = Duration.ofSeconds(15);
    private static final Duration APPROVAL = Duration.ofMinutes(15);

    static {
        add(
                UNAUTHENTICATED,
                "The session is not accepted.",
                "INVALID_SESSION_ID",
                "SESSION_EXPIRED",
                "SESSION_INVALIDATED");
        add(
                UNAUTHENTICATED,
                "The user or the org may not use the API.",
                "API_DISABLED_FOR_ORG",
                "API_CURRENTLY_DISABLED",
                "PASSWORD_LOCKOUT",
                "INVALID_LOGIN",
                "LOGIN_DURING_RESTRICTED_TIME",
                "LOGIN_DURING_RESTRICTED_DOMAIN",
                "INVALID_OPERATION_WITH_EXPIRED_PASSWORD",
                "CLIENT_NOT_ACCESSIBLE_FOR_USER",
                "TXN_SECURITY_NO_ACCESS",
                "ORG_LOCKED",
                "TRIAL_EXPIRED");
        add(
                TRANSIENT,
                "Another change holds the record; the same write can succeed later.",
                "UNABLE_TO_LOCK_ROW",
                "RECORD_IN_USE_BY_WORKFLOW");
        add(
                TRANSIENT,
                "Salesforce is not available or too busy now.",
                "SERVER_UNAVAILABLE",
                "SERVICE_UNAVAILABLE",
                "REQUEST_RUNNING_TOO_LONG",
                "QUERY_TIMEOUT",
                "INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE",
                "ORG_IN_MAINTENANCE",
                "UNKNOWN_EXCEPTION",
                "INTERNAL_ERROR",
                "INTERNAL_SERVER_ERROR",
                "INVALID_QUERY_LOCATOR");
        add(
                TRANSIENT,
                "The row was given back with others; the same write can succeed alone.",
                "ALL_OR_NONE_OPERATION_ROLLED_BACK",
                "PROCESSING_HALTED");
        add(TRANSIENT, "The record is locked by an approval.", "ENTITY_IS_LOCKED", "RECORD_LOCKED");
        add(
                THROTTLED,
                "A limit of the org is used up for now.",
                "REQUEST_LIMIT_EXCEEDED",
                "TOO_MANY_APEX_REQUESTS",
                "TOO_MANY_JOBS",
                "EXCEEDED_QUOTA",
                "LIMIT_EXCEEDED");
        add(
                FORBIDDEN,
                "The integration user lacks a right on the record.",
                "INSUFFICIENT_ACCESS_OR_READONLY",
                "INSUFFICIENT_ACCESS",
                "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY",
                "TRANSFER_REQUIRES_READ");
        add(
                NOT_FOUND,
                "The record is gone, merged or converted.",
                "CANNOT_UPDATE_CONVERTED_LEAD",
                "ENTITY_IS_DELETED",
                "NOT_FOUND",
                "RECORD_NOT_FOUND");
        add(CONFLICT, "The record changed meanwhile.", "ENTITY_FAILED_IFLASTMODIFIED_ON_UPDATE");
        add(CONFLICT, "Another record has this unique value.", "DUPLICATE_VALUE");
        add(CONFLICT, "Several records share the key.", "DUPLICATE_EXTERNAL_ID");
        add(
                INVALID,
                "A duplicate rule of the org refuses the record; link it to the one that exists.",
                "DUPLICATES_DETECTED");
        add(INVALID, "A validation rule of the org refuses the row.", "FIELD_CUSTOM_VALIDATION_EXCEPTION");
        add(
                INVALID,
                "A value is not accepted.",
                "FIELD_INTEGRITY_EXCEPTION",
                "FIELD_FILTER_VALIDATION_EXCEPTION",
                "STRING_TOO_LONG",
                "NUMBER_OUTSIDE_VALID_RANGE",
                "DATE_OUT_OF_RANGE",
                "INVALID_EMAIL_ADDRESS",
                "MALFORMED_ID",
                "INVALID_CROSS_REFERENCE_KEY",
                "INVALID_CROSS_REFERENCE_TYPE_FOR_FIELD",
                "TEXT_DATA_OUTSIDE_SUPPORTED_CHARSET",
                "INVALID_TYPE_ON_FIELD_IN_RECORD",
                "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST");
        add(INVALID, "A required field has no value.", "REQUIRED_FIELD_MISSING");
        add(
                INVALID,
                "Automation of the org refuses the row.",
                "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
                "CANNOT_EXECUTE_FLOW_TRIGGER",
                "FLOW_EXCEPTION",
                "APEX_FAILED",
                "CUSTOM_APEX_ERROR",
                "SELF_REFERENCE_FROM_TRIGGER");
        add(INVALID, "The call is too large.", "OPERATION_TOO_LARGE", "EXCEEDED_ID_LIMIT", "EXCEEDED_MAX_SIZE_REQUEST");
        add(
                MISCONFIGURED,
                "A field or object is absent, or the integration user may not see it.",
                "INVALID_FIELD",
                "INVALID_TYPE",
                "INVALID_SOBJECT",
                "ENTITY_NOT_QUERYABLE",
                "INVALID_FIELD_FOR_INSERT_UPDATE",
                "FIELD_NOT_UPDATABLE");
        add(
                MISCONFIGURED,
                "A setting of the org stands against it.",
                "INACTIVE_OWNER_OR_USER",
                "INVALID_OWNER",
                "INVALID_ASSIGNMENT_RULE",
                "STORAGE_LIMIT_EXCEEDED",
                "FUNCTIONALITY_NOT_ENABLED",
                "UNSUPPORTED_API_VERSION",
                "GONE",
                "MIXED_DML_OPERATION",
                "INVALID_READ_ONLY_USER_DML",
                "QUERY_TOO_COMPLICATED",
                "EXCEEDED_MAX_SEMIJOIN_SUBSELECTS");
        add(
                FailureKind.INTERNAL,
                "Our query is wrong.",
                "MALFORMED_QUERY",
                "INVALID_SEARCH",
                "ILLEGAL_QUERY_PARAMETER_VALUE",
                "INVALID_REPLICATION_DATE");
    }

    private StatusCodes() {}

    private static void add(FailureKind kind, String detail, String... codes) {
        for (String code : codes) {
            RULES.put(code, new Rule(kind, detail));
        }
    }

    /** A fault of a whole call. Only the two texts of REQUEST_LIMIT_EXCEEDED are told apart by the message. */
    static Failure call(String code, String message) {
        return failure(code, message, List.of(), rule(code));
    }

    /** A refused row. The first error decides. */
    static Failure row(Error[] errors) {
        if (errors.length == 0 || errors[0].getStatusCode() == null) {
            return Failure.of(INVALID, "NO_STATUS", "Salesforce refused the row without a reason.");
        }
        Error error = errors[0];
        String code = error.getStatusCode().toString();
        String message = error.getMessage() == null ? "" : error.getMessage();
        List<String> fields = error.getFields() == null ? List.of() : Arrays.asList(error.getFields());
        Rule rule = rule(code);
        if (code.equals("INVALID_CROSS_REFERENCE_KEY") && (fields.isEmpty() || fields.contains("Id"))) {
            rule = new Rule(NOT_FOUND, "There is no record with this id.");
        }
        if (rule.detail().startsWith("Automation") && message.contains("UNABLE_TO_LOCK_ROW")) {
            rule = new Rule(TRANSIENT, "Automation of the org met a locked record.");
        }
        return failure(code, message, fields, rule);
    }

    private static Rule rule(String code) {
        return RULES.getOrDefault(code, new Rule(INVALID, "Salesforce refuses it."));
    }

    private static Failure failure(String code, String message, List<String> fields, Rule rule) {
        String named = fields.stream()
                .filter(field -> field.matches("[A-Za-z][A-Za-z0-9_]{0,80}"))
                .sorted()
                .collect(Collectors.joining(", "));
        Failure failure = Failure.of(
                rule.kind(), code, named.isEmpty() ? rule.detail() : rule.detail() + " Fields: " + named + ".");
        if (rule.kind() == THROTTLED) {
            return failure.after(message.contains("Concurrent") ? BUSY : DAILY_LIMIT);
        }
        return code.endsWith("_LOCKED") && rule.kind() == TRANSIENT ? failure.after(APPROVAL) : failure;
    }
}
