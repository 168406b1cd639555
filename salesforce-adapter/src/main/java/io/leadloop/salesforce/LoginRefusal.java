package io.leadloop.salesforce;

import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import java.time.Duration;

/** What an OAuth error means (salesforce.md 1.5): all but three need a person, and repeating them can lock the user. */
final class LoginRefusal {

    private LoginRefusal() {}

    static Failure of(String error) {
        String code = error.matches("[a-z_]{1,40}") ? error : "login_refused";
        return switch (code) {
            case "rate_limit_exceeded" ->
                Failure.of(FailureKind.THROTTLED, code, "Too many logins of this user within an hour.")
                        .after(Duration.ofMinutes(10));
            case "server_error", "temporarily_unavailable" ->
                Failure.of(FailureKind.TRANSIENT, code, "Salesforce cannot log in anyone now.");
            case "invalid_grant" ->
                refused(
                        code,
                        "The login was refused: look at the user, its pre-authorisation, the audience, the run-as user, the address and the clock.");
            case "invalid_client_id", "invalid_client" -> refused(code, "The client id or its secret is not accepted.");
            case "invalid_app_access" -> refused(code, "The user may not use this app.");
            case "unsupported_grant_type" -> refused(code, "The app does not allow this kind of login.");
            case "inactive_org" -> refused(code, "The org is locked or closed.");
            default -> refused(code, "The login was refused.");
        };
    }

    private static Failure refused(String code, String detail) {
        return Failure.of(FailureKind.UNAUTHENTICATED, code, detail);
    }
}
