package io.leadloop.salesforce;

import io.leadloop.canonical.ObjectType;
import io.leadloop.failure.CallFailed;
import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import io.leadloop.salesforce.plugin.SalesforceRest;
import io.leadloop.spi.Spending;
import org.apache.hc.client5.http.classic.methods.HttpDelete;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.HttpEntity;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** REST calls with the shared session, which is renewed once if it is refused. */
final class Rest implements SalesforceRest {

    private static final String BASE = "/services/data/v" + VERSION;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Makes a request anew for each try. */
    private interface Request {
        HttpUriRequestBase at(String address);
    }

    private final Wire wire;
    private final Session session;
    private final Spending spending;

    Rest(Wire wire, Session session, Spending spending) {
        this.wire = wire;
        this.session = session;
        this.spending = spending;
    }

    @Override
    public JsonNode get(String path) {
        return call(path, false, HttpGet::new);
    }

    @Override
    public JsonNode post(String path, HttpEntity body) {
        return call(path, true, address -> {
            HttpPost post = new HttpPost(address);
            post.setEntity(body);
            return post;
        });
    }

    @Override
    public void delete(String path) {
        call(path, true, HttpDelete::new);
    }

    private JsonNode call(String path, boolean writes, Request request) {
        spending.count(new ObjectType("Metadata"));
        Session.Held held = session.current();
        WireAnswer answer = send(held.token(), path, writes, request);
        if (answer.status() == 401) {
            answer = send(session.after(held).token(), path, writes, request);
        }
        return read(answer, writes);
    }

    private WireAnswer send(AccessToken token, String path, boolean writes, Request request) {
        HttpUriRequestBase made =
                request.at(token.instance().resolve(BASE + path).toString());
        made.setHeader("Authorization", "Bearer " + token.value());
        made.setHeader("Accept", "application/json");
        try {
            return wire.send(made);
        } catch (WireFailed e) {
            throw new CallFailed(
                    writes && e.perhapsApplied() ? unknown(e.failure().code()) : e.failure());
        }
    }

    private static JsonNode read(WireAnswer answer, boolean writes) {
        if (answer.status() == 204) {
            return JSON.nullNode();
        }
        if (!answer.isJson()) {
            WireFailed refusal = answer.refusal();
            throw new CallFailed(
                    writes && refusal.perhapsApplied()
                            ? unknown(refusal.failure().code())
                            : refusal.failure());
        }
        JsonNode json = tree(answer.body());
        if (answer.status() >= 200 && answer.status() < 300) {
            return json;
        }
        JsonNode first = json.isArray() && !json.isEmpty() ? json.get(0) : json;
        String code = first.path("errorCode").asString("");
        if (code.isEmpty()) {
            throw new CallFailed(answer.refusal().failure());
        }
        throw new CallFailed(StatusCodes.call(code, first.path("message").asString("")));
    }

    private static JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw new CallFailed(Failure.of(
                    FailureKind.TRANSIENT, "UNREADABLE_ANSWER", "The answer of Salesforce could not be read."));
        }
    }

    private static Failure unknown(String code) {
        return Failure.of(
                FailureKind.UNKNOWN_OUTCOME, code, "The answer was lost; Salesforce may have applied the call.");
    }
}
