package io.leadloop.salesforce;

import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * An HTTP answer, unpacked.
 *
 * @param mediaType lower case, without parameters, empty if none
 * @param retryAfter the header, if it holds seconds
 */
record WireAnswer(int status, String mediaType, Optional<Duration> retryAfter, byte[] body) {

    boolean isXml() {
        return mediaType.equals("text/xml") || mediaType.equals("application/xml");
    }

    boolean isJson() {
        return mediaType.equals("application/json");
    }

    /** What this answer means to someone who expected another one. */
    WireFailed refusal() {
        String code = "HTTP_" + status;
        if (status == 503) {
            return failed(FailureKind.TRANSIENT, code, "Salesforce is not available now.", false);
        }
        if (status == 429) {
            return failed(FailureKind.THROTTLED, code, "Salesforce asks for fewer calls.", false);
        }
        if (status == 401) {
            return failed(FailureKind.UNAUTHENTICATED, code, "Salesforce does not accept the session.", false);
        }
        if (status == 403) {
            return failed(FailureKind.FORBIDDEN, code, "Salesforce refuses the call.", false);
        }
        if (status >= 300 && status < 400) {
            return failed(
                    FailureKind.MISCONFIGURED,
                    code,
                    "The address redirects elsewhere; use the org's My Domain address.",
                    false);
        }
        if (status == 408) {
            return failed(FailureKind.TRANSIENT, code, "Salesforce gave up waiting for the request.", false);
        }
        if (status >= 400 && status < 500) {
            return failed(
                    status == 413 ? FailureKind.INVALID : FailureKind.MISCONFIGURED,
                    code,
                    "The address does not take this call.",
                    false);
        }
        String what = mediaType.toLowerCase(Locale.ROOT).contains("html") ? "a web page" : "something unreadable";
        return failed(
                FailureKind.TRANSIENT,
                status < 300 ? "UNREADABLE_ANSWER" : code,
                "Instead of an answer came " + what + ".",
                true);
    }

    private WireFailed failed(FailureKind kind, String code, String detail, boolean perhapsApplied) {
        Failure failure = Failure.of(kind, code, detail);
        return new WireFailed(retryAfter.map(failure::after).orElse(failure), perhapsApplied);
    }
}
