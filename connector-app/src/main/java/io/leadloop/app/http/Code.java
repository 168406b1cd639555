package io.leadloop.app.http;

import java.util.Locale;

/** Every problem that the interface can answer with; docs/http-api.md describes each, and a test compares the two. */
enum Code {
    BAD_REQUEST(400, "The request cannot be read", "Correct it as docs/http-api.md and /openapi.yaml say"),
    IDEMPOTENCY_KEY_MISSING(400, "The header Idempotency-Key is missing", "Send one of your own, 1 to 200 characters"),
    KEY_MISSING(401, "A key is needed", "Send 'Authorization: Bearer ...' with a key of 'leadloop keys create'"),
    KEY_UNKNOWN(401, "This key opens nothing", "Use a valid key; 'leadloop keys list' shows which were revoked"),
    SIGNATURE(
            401,
            "The signature does not fit",
            "Check secret and public address under 'webhooks' or 'card' in leadloop.yaml"),
    SIGNATURE_OLD(
            401,
            "The signature is older than five minutes, or ahead",
            "Set this machine's clock; send the request anew"),
    OTHER_ACCOUNT(
            403,
            "The signed request is of another account or app",
            "Check 'expect-portal-id' and 'app-id' under 'card' in leadloop.yaml"),
    NOBODY_NAMED(
            403, "The signed request does not say who asks", "Call by hubspot.fetch, without parameters of your own"),
    ROLE_TOO_LOW(403, "The key's role does not allow this", "Use a key of a higher role"),
    NO_SUCH_ROUTE(404, "There is nothing here", "Look at /openapi.yaml"),
    NO_SUCH_PERSON(404, "Nobody is known by this", "Write our id, a mail address, hubspot:ID or salesforce:ID"),
    NO_SUCH_HANDOFF(404, "There is no such hand-off", "Look at GET /api/v1/handoffs"),
    NO_SUCH_RECEIPT(404, "There is no such receipt", "Use the address that the answer's 202 gave"),
    METHOD_NOT_ALLOWED(405, "This cannot be done here", "Look at /openapi.yaml"),
    NOT_ACCEPTABLE(406, "It is not told in this format", "Accept application/json"),
    SEVERAL_PEOPLE(409, "Several people are known by this", "Ask for one of them by its id"),
    HANDOFF_CLOSED(
            409, "The hand-off takes no such answer", "Look at it: it is closed, corrected too late, or not there yet"),
    TOO_LARGE(413, "The body is too large", "Send less"),
    UNSUPPORTED_MEDIA_TYPE(415, "This format is not read", "Send application/json"),
    ANSWER_ILLEGAL(422, "This answer may not be given now", "Look at GET /api/v1/reasons for what may"),
    IDEMPOTENCY_KEY_REUSED(422, "This Idempotency-Key came with another request", "Send a new key with a new request"),
    STORE_DOWN(503, "The store does not answer", "Try again later"),
    BUSY(503, "Too much happens at once", "Try again in a second"),
    INTERNAL(500, "Something went wrong inside LeadLoop", "Look into leadloop.log, and report it with that file");

    private final int status;
    private final String title;
    private final String fix;

    Code(int status, String title, String fix) {
        this.status = status;
        this.title = title;
        this.fix = fix;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    String fix() {
        return fix;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
