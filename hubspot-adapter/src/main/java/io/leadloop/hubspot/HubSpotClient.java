package io.leadloop.hubspot;

import io.leadloop.failure.CallFailed;
import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import io.leadloop.spi.CallUsage;
import io.leadloop.spi.Spending;
import java.io.IOException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Calls HubSpot and says what came of it. What fails for a reason that no other content would change is thrown as {@code
 * CallFailed}: TRANSIENT or THROTTLED when it was certainly not applied, UNKNOWN_OUTCOME for a write that may have been.
 */
final class HubSpotClient {

    /** Statuses that speak about what was sent. */
    private static final Set<Integer> CONTENT = Set.of(400, 404, 409, 413, 414);

    private final TokenSource tokens;
    private final HttpTransport transport;
    private final Guard guard;
    private final RetryHint hint;
    private final Optional<Long> expectedPortal;
    private volatile Optional<AccountInfo> account = Optional.empty();
    private volatile Optional<CallUsage> calls = Optional.empty();
    private final Spending spending = new Spending();

    HubSpotClient(
            TokenSource tokens,
            HttpTransport transport,
            Guard guard,
            InstantSource clock,
            Optional<Long> expectedPortal) {
        this.tokens = tokens;
        this.transport = transport;
        this.guard = guard;
        this.hint = new RetryHint(clock);
        this.expectedPortal = expectedPortal;
    }

    /** The body of an answer; a refusal of any sort is thrown. */
    JsonNode fetch(Call call) {
        Answer answer = send(call);
        if (answer.refusal().isPresent()) {
            throw new CallFailed(ErrorTable.failure(answer.refusal().get(), call.writes()));
        }
        return answer.body();
    }

    Answer send(Call call) {
        if (expectedPortal.isPresent() && account.isEmpty()) {
            account();
        }
        return unchecked(call);
    }

    /** @throws CallFailed MISCONFIGURED if the credentials belong to another portal than the configured one */
    AccountInfo account() {
        AccountInfo found = AccountInfo.of(unchecked(Call.get(Paths.ACCOUNT)).body());
        if (expectedPortal.isPresent() && expectedPortal.get() != found.portalId()) {
            throw new CallFailed(Failure.of(
                    FailureKind.MISCONFIGURED,
                    "OTHER_PORTAL",
                    "the credentials belong to portal " + found.portalId() + ", not to " + expectedPortal.get()));
        }
        account = Optional.of(found);
        return found;
    }

    /** Has the account tell how many calls of the day are used, unless an answer told already; asked once, if at all. */
    void learnCalls() {
        if (calls.isEmpty() && account.isEmpty()) {
            try {
                account();
            } catch (CallFailed e) {
                if (e.failure().kind() != FailureKind.FORBIDDEN) {
                    throw e;
                }
            }
        }
    }

    Spending spending() {
        return spending;
    }

    Optional<CallUsage> calls() {
        return calls;
    }

    private Answer unchecked(Call call) {
        String bearer = tokens.bearer();
        Reply reply = exchange(call, bearer);
        if (reply.status() == 401 && tokens.renew(bearer)) {
            reply = exchange(call, tokens.bearer());
        }
        return reply.good() ? new Answer(body(call, reply), Optional.empty()) : refused(call, reply);
    }

    private Reply exchange(Call call, String bearer) {
        Map<String, String> headers = Map.of("Authorization", "Bearer " + bearer);
        Paths.object(call.path()).map(HubSpotObject::type).ifPresent(spending::count);
        String body = call.body().map(JsonNode::toString).orElse("");
        try {
            Reply reply = guard.run(
                    call.purpose(),
                    () -> transport.send(call.method(), call.target(), headers, "application/json", body));
            calls = usage(reply).or(() -> calls);
            return reply;
        } catch (IOException e) {
            throw lost(call, e);
        }
    }

    private Answer refused(Call call, Reply reply) {
        VendorError error = VendorError.of(reply);
        Failure failure = ErrorTable.failure(error, call.writes());
        boolean aboutContent = CONTENT.contains(reply.status())
                && error.known()
                && failure.kind() != FailureKind.UNKNOWN_OUTCOME
                && !failure.code().equals("UNKNOWN_PATH");
        if (aboutContent) {
            return new Answer(Json.object(), Optional.of(error));
        }
        ZoneId zone = account.map(AccountInfo::zone).orElse(ZoneOffset.UTC);
        throw new CallFailed(
                hint.of(reply, call.purpose(), zone).map(failure::after).orElse(failure));
    }

    private static JsonNode body(Call call, Reply reply) {
        if (reply.text().isBlank()) {
            return Json.object();
        }
        try {
            return Json.parse(reply.text());
        } catch (JacksonException e) {
            FailureKind kind = call.writes() ? FailureKind.UNKNOWN_OUTCOME : FailureKind.TRANSIENT;
            throw new CallFailed(
                    Failure.of(kind, "UNREADABLE_ANSWER", "HubSpot answered " + reply.status() + " without JSON"));
        }
    }

    private static CallFailed lost(Call call, IOException cause) {
        if (HttpTransport.neverSent(cause)) {
            return new CallFailed(
                    Failure.of(FailureKind.TRANSIENT, "NO_CONNECTION", "HubSpot could not be reached"), cause);
        }
        FailureKind kind = call.writes() ? FailureKind.UNKNOWN_OUTCOME : FailureKind.TRANSIENT;
        return new CallFailed(Failure.of(kind, "NO_ANSWER", "the connection broke before an answer came"), cause);
    }

    /** Calls of the day, which ends at midnight where the portal is, by all private apps together. */
    private static Optional<CallUsage> usage(Reply reply) {
        String limit = reply.header("x-hubspot-ratelimit-daily");
        String left = reply.header("x-hubspot-ratelimit-daily-remaining");
        if (!limit.matches("[0-9]{1,12}") || !left.matches("[0-9]{1,12}")) {
            return Optional.empty();
        }
        long most = Long.parseLong(limit);
        return Optional.of(new CallUsage(most - Long.parseLong(left), most));
    }
}
