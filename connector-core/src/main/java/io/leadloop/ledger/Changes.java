package io.leadloop.ledger;

import io.leadloop.canonical.AggregateId;
import io.leadloop.intake.InternalChange;
import io.leadloop.intake.Ring;
import io.leadloop.review.ReviewItem;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Link;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one transaction changes. Each state, link and entry carries the version that it was read with: 0 is an insert,
 * anything else replaces exactly that version. A mutable collector, used by one thread.
 */
public final class Changes {

    private final Map<AggregateId, AggregateState> states = new LinkedHashMap<>();
    private final List<Link> links = new ArrayList<>();
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<InternalChange> put = new ArrayList<>();
    private final List<InternalChange> done = new ArrayList<>();
    private final Map<String, ReviewItem> reviews = new LinkedHashMap<>();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final List<Ring> rings = new ArrayList<>();
    private final List<Ring> answered = new ArrayList<>();
    private final Map<String, Receipt> receipts = new LinkedHashMap<>();

    public Changes state(AggregateState state) {
        states.put(state.id(), state);
        return this;
    }

    public Changes link(Link link) {
        links.add(link);
        return this;
    }

    public Changes entry(Entry entry) {
        entries.put(entry.id(), entry);
        return this;
    }

    /** Remembers an internal change; one that is there already keeps the earlier time. */
    public Changes put(InternalChange change) {
        put.add(change);
        return this;
    }

    /** Takes an internal change away; one put by the same transaction stays. */
    public Changes done(InternalChange change) {
        done.add(change);
        return this;
    }

    /** Opens a question, or records its decision; an open question that exists already stays as it is. */
    public Changes review(ReviewItem item) {
        reviews.put(item.id(), item);
        return this;
    }

    public Changes setting(String name, String value) {
        settings.put(name, value);
        return this;
    }

    /** Puts a doorbell into the inbox. */
    public Changes ring(Ring ring) {
        rings.add(ring);
        return this;
    }

    /** Takes this one ring away; later rings of the same record stay. */
    public Changes answered(Ring ring) {
        answered.add(ring);
        return this;
    }

    /** One that is there already stays as it is. */
    public Changes receipt(Receipt receipt) {
        receipts.put(receipt.id(), receipt);
        return this;
    }

    public Map<AggregateId, AggregateState> states() {
        return states;
    }

    public List<Link> links() {
        return links;
    }

    public Map<String, Entry> entries() {
        return entries;
    }

    public List<InternalChange> put() {
        return put;
    }

    public List<InternalChange> done() {
        return done;
    }

    public Map<String, ReviewItem> reviews() {
        return reviews;
    }

    public Map<String, String> settings() {
        return settings;
    }

    public List<Ring> rings() {
        return rings;
    }

    public List<Ring> answered() {
        return answered;
    }

    public Map<String, Receipt> receipts() {
        return receipts;
    }

    public boolean isEmpty() {
        return states.isEmpty()
                && links.isEmpty()
                && entries.isEmpty()
                && put.isEmpty()
                && done.isEmpty()
                && reviews.isEmpty()
                && settings.isEmpty()
                && rings.isEmpty()
                && answered.isEmpty()
                && receipts.isEmpty();
    }
}
