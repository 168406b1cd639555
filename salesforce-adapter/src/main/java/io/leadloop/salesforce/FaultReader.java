package io.leadloop.salesforce;

import com.sforce.soap.partner.fault.ApiFault;
import com.sforce.ws.ConnectionException;
import com.sforce.ws.SoapFaultException;
import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an exception of WSC means. Its texts can quote our query or the customer's data, so only codes are passed on. */
final class FaultReader {

    /** Faults of a call that may have saved rows before it broke off. */
    private static final Set<String> BROKE_OFF =
            Set.of("UNKNOWN_EXCEPTION", "INTERNAL_ERROR", "INTERNAL_SERVER_ERROR", "REQUEST_RUNNING_TOO_LONG");

    private static final Set<String> EXPIRED = Set.of("INVALID_SESSION_ID", "SESSION_EXPIRED", "SESSION_INVALIDATED");

    private FaultReader() {}

    static boolean isExpiredSession(ConnectionException e) {
        WireFailed failed = wireFailure(e);
        if (failed != null) {
            return failed.failure().kind() == FailureKind.UNAUTHENTICATED;
        }
        return EXPIRED.contains(code(e));
    }

    static Failure read(ConnectionException e, boolean writes) {
        WireFailed lost = wireFailure(e);
        if (lost != null) {
            return writes && lost.perhapsApplied() ? unknown(lost.failure().code()) : lost.failure();
        }
        String code = code(e);
        if (code.isEmpty()) {
            return writes
                    ? unknown("UNREADABLE_ANSWER")
                    : Failure.of(
                            FailureKind.TRANSIENT, "UNREADABLE_ANSWER", "The answer of Salesforce could not be read.");
        }
        if (writes && BROKE_OFF.contains(code)) {
            return unknown(code);
        }
        return StatusCodes.call(code, message(e));
    }

    private static Failure unknown(String code) {
        return Failure.of(
                FailureKind.UNKNOWN_OUTCOME, code, "The answer was lost; Salesforce may have applied the write.");
    }

    /** The fault's code, empty if no fault could be read. */
    private static String code(ConnectionException e) {
        if (e instanceof ApiFault fault && fault.getExceptionCode() != null) {
            return fault.getExceptionCode().toString();
        }
        if (e instanceof SoapFaultException fault && fault.getFaultCode() != null) {
            String code = fault.getFaultCode().getLocalPart();
            return code.matches("[A-Z][A-Z_]+") ? code : "";
        }
        return "";
    }

    private static String message(ConnectionException e) {
        String text = e instanceof ApiFault fault ? fault.getExceptionMessage() : e.getMessage();
        return text == null ? "" : text;
    }

    private static @Nullable WireFailed wireFailure(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof WireFailed failed) {
                return failed;
            }
        }
        return null;
    }
}
