package io.leadloop.salesforce.pubsub;

import io.grpc.Metadata;
import io.grpc.Status;
import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;

/**
 * What the end of a call means, by its status and Salesforce's own code in the trailers (Pub/Sub API guide, Handle
 * Errors). Descriptions are not passed on.
 */
final class Refusals {

    private static final Metadata.Key<String> CODE = Metadata.Key.of("error-code", Metadata.ASCII_STRING_MARSHALLER);

    private Refusals() {}

    static Failure of(Throwable thrown) {
        Status.Code status = Status.fromThrowable(thrown).getCode();
        String code = code(thrown);
        if (status == Status.Code.UNAUTHENTICATED || code.contains(".service.auth.")) {
            return Failure.of(FailureKind.UNAUTHENTICATED, "PUSH_SESSION", "The session is not accepted for push.");
        }
        if (status == Status.Code.RESOURCE_EXHAUSTED || code.endsWith(".limit.exceeded")) {
            return Failure.of(
                    FailureKind.THROTTLED, "PUSH_ALLOWANCE", "The org's allowance of delivered events is used up.");
        }
        return switch (status) {
            case PERMISSION_DENIED -> forbidden();
            case NOT_FOUND, INVALID_ARGUMENT -> notSelected();
            case UNIMPLEMENTED ->
                Failure.of(FailureKind.MISCONFIGURED, "PUSH_ADDRESS", "The address is not the Pub/Sub API's.");
            case OK,
                    CANCELLED,
                    UNKNOWN,
                    DEADLINE_EXCEEDED,
                    ALREADY_EXISTS,
                    RESOURCE_EXHAUSTED,
                    FAILED_PRECONDITION,
                    ABORTED,
                    OUT_OF_RANGE,
                    INTERNAL,
                    UNAVAILABLE,
                    DATA_LOSS,
                    UNAUTHENTICATED -> down();
        };
    }

    static Failure down() {
        return Failure.of(FailureKind.TRANSIENT, "PUSH_DOWN", "The Pub/Sub API cannot be reached now.");
    }

    static Failure silent() {
        return Failure.of(FailureKind.TRANSIENT, "PUSH_SILENT", "Salesforce sent no sign of life for minutes.");
    }

    static Failure forbidden() {
        return Failure.of(FailureKind.FORBIDDEN, "PUSH_FORBIDDEN", "The user lacks View All Records for this object.");
    }

    static Failure notSelected() {
        return Failure.of(
                FailureKind.MISCONFIGURED, "PUSH_NOT_SELECTED", "The object is not selected for Change Data Capture.");
    }

    private static String code(Throwable thrown) {
        Metadata trailers = Status.trailersFromThrowable(thrown);
        String code = trailers == null ? null : trailers.get(CODE);
        return code == null ? "" : code;
    }
}
