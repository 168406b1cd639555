package io.leadloop.salesforce;

import com.sforce.soap.partner.LimitInfo;
import com.sforce.soap.partner.LimitInfoHeader_element;
import com.sforce.soap.partner.PartnerConnection;
import com.sforce.ws.ConnectionException;
import com.sforce.ws.ConnectorConfig;
import io.leadloop.canonical.ObjectType;
import io.leadloop.failure.CallFailed;
import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import io.leadloop.spi.CallUsage;
import io.leadloop.spi.Spending;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Calls of the partner API. Each call has a {@link PartnerConnection} of its own, which costs no network: its headers are
 * not shared by threads, and a renewed session is in it from the start. An expired session is renewed once per call and
 * the call repeated, since a refused session did nothing.
 */
final class Soap {

    /** Named in change events and in the org's logs. */
    static final String CLIENT = "LeadLoop/0.1.0";

    /** Equal to the version of the stubs: an answer of a newer version may hold what they cannot read. */
    static final String VERSION = "65.0";

    private static final String PATH = "/services/Soap/u/" + VERSION;

    /** One call on a connection. */
    interface Call<T> {
        T on(PartnerConnection connection) throws ConnectionException;
    }

    private final Wire wire;
    private final Session session;
    private final AtomicReference<@Nullable CallUsage> usage = new AtomicReference<>();
    private final Spending spending = new Spending();

    Soap(Wire wire, Session session) {
        this.wire = wire;
        this.session = session;
    }

    /** Throws {@code CallFailed}; a lost answer is TRANSIENT. */
    <T> T read(ObjectType about, Call<T> call) {
        return call(about, false, call);
    }

    /** Throws {@code CallFailed}, of kind UNKNOWN_OUTCOME if Salesforce may have acted on the call. */
    <T> T write(ObjectType about, Call<T> call) {
        return call(about, true, call);
    }

    Spending spending() {
        return spending;
    }

    Optional<CallUsage> usage() {
        return Optional.ofNullable(usage.get());
    }

    private <T> T call(ObjectType about, boolean writes, Call<T> call) {
        spending.count(about);
        Session.Held held = session.current();
        try {
            return once(held.token(), call);
        } catch (ConnectionException e) {
            if (!FaultReader.isExpiredSession(e)) {
                throw new CallFailed(FaultReader.read(e, writes));
            }
        }
        try {
            return once(session.after(held).token(), call);
        } catch (ConnectionException e) {
            throw new CallFailed(FaultReader.read(e, writes));
        }
    }

    private <T> T once(AccessToken token, Call<T> call) throws ConnectionException {
        PartnerConnection connection = connection(token);
        try {
            return call.on(connection);
        } catch (NullPointerException | IllegalArgumentException e) {
            throw new ConnectionException("the answer has an unexpected shape", e);
        } finally {
            remember(connection.getLimitInfoHeader());
        }
    }

    private PartnerConnection connection(AccessToken token) {
        ConnectorConfig config = new ConnectorConfig();
        config.setSessionId(token.value());
        config.setServiceEndpoint(token.instance().resolve(PATH).toString());
        config.setAuthEndpoint(config.getServiceEndpoint());
        config.setTransportFactory(() -> new WscTransport(wire));
        try {
            PartnerConnection connection = new PartnerConnection(config);
            connection.setCallOptions(CLIENT, null);
            return connection;
        } catch (ConnectionException e) {
            throw new CallFailed(
                    Failure.of(FailureKind.INTERNAL, "SOAP_SETUP", "The SOAP connection could not be made."), e);
        }
    }

    private void remember(@Nullable LimitInfoHeader_element header) {
        if (header == null || header.getLimitInfo() == null) {
            return;
        }
        for (LimitInfo info : header.getLimitInfo()) {
            if ("API REQUESTS".equals(info.getType())) {
                usage.set(new CallUsage(info.getCurrent(), info.getLimit()));
            }
        }
    }
}
