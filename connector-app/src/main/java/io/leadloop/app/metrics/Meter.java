package io.leadloop.app.metrics;

import java.util.List;

/** Every meter that there is; docs/operations.md describes each, and a test compares the two. */
public enum Meter {
    PASSES(Kind.COUNTER, "leadloop.passes", "outcome"),
    PASS_TIME(Kind.TIMER, "leadloop.pass.time"),
    PASS_AGE(Kind.GAUGE, "leadloop.pass.age"),
    RECORDS_READ(Kind.COUNTER, "leadloop.records.read"),
    RECORDS_WRITTEN(Kind.COUNTER, "leadloop.records.written"),
    VENDOR_CALLS(Kind.TIMER, "leadloop.vendor.calls", "connection", "operation", "outcome"),
    CALLS(Kind.GAUGE, "leadloop.calls", "connection", "mapping"),
    WRITES(Kind.GAUGE, "leadloop.writes", "state"),
    REVIEW_OPEN(Kind.GAUGE, "leadloop.review.open"),
    INBOX_WAITING(Kind.GAUGE, "leadloop.inbox.waiting"),
    HOOKS(Kind.COUNTER, "leadloop.hooks", "outcome"),
    PUSH_OPEN(Kind.GAUGE, "leadloop.push.open", "connection"),
    PUSH_RINGS(Kind.COUNTER, "leadloop.push.rings", "connection"),
    WEBHOOKS(Kind.COUNTER, "leadloop.webhooks", "outcome"),
    OUTBOX_WAITING(Kind.GAUGE, "leadloop.outbox.waiting"),
    HTTP_REQUESTS(Kind.TIMER, "leadloop.http.requests", "route", "status");

    /** How it is counted. */
    public enum Kind {
        COUNTER,
        /** Times, in seconds. */
        TIMER,
        GAUGE
    }

    private final Kind kind;
    private final String id;
    private final List<String> tags;

    Meter(Kind kind, String id, String... tags) {
        this.kind = kind;
        this.id = id;
        this.tags = List.of(tags);
    }

    public Kind kind() {
        return kind;
    }

    public String id() {
        return id;
    }

    public List<String> tags() {
        return tags;
    }
}
