package io.leadloop.ledger;

import io.leadloop.canonical.AggregateId;
import java.time.Instant;

/**
 * That something was ordered from outside: put by the transaction that carries the order out, so that the same request is
 * known when it comes again.
 *
 * @param id made from who asked and the request's idempotency key
 * @param cycle the hand-off that it is about
 * @param fingerprint of the request; another one under the same id is another request
 * @param version the aggregate's, before the order
 */
public record Receipt(String id, AggregateId aggregate, int cycle, String fingerprint, Instant takenAt, long version) {}
