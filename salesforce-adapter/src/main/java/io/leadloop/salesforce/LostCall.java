package io.leadloop.salesforce;

import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;

/** Was it sent? Tells a connection that never stood from one that broke under a call. */
final class LostCall {

    private LostCall() {}

    static WireFailed of(IOException e) {
        if (e instanceof WireFailed known) {
            return known;
        }
        if (e instanceof SSLHandshakeException || e instanceof SSLPeerUnverifiedException) {
            return failed("TLS_REFUSED", "No trusted connection to Salesforce could be made.", false);
        }
        if (neverConnected(e)) {
            return failed("NO_CONNECTION", "Salesforce could not be reached.", false);
        }
        if (e instanceof SocketTimeoutException) {
            return failed("NO_ANSWER", "Salesforce did not answer in time.", true);
        }
        return failed("CONNECTION_LOST", "The connection broke before the answer was complete.", true);
    }

    private static boolean neverConnected(IOException e) {
        return e instanceof ConnectException
                || e instanceof ConnectTimeoutException
                || e instanceof ConnectionRequestTimeoutException
                || e instanceof UnknownHostException
                || e instanceof NoRouteToHostException;
    }

    private static WireFailed failed(String code, String detail, boolean perhapsApplied) {
        return new WireFailed(Failure.of(FailureKind.TRANSIENT, code, detail), perhapsApplied);
    }
}
