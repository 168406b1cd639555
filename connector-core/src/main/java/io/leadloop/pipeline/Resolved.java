package io.leadloop.pipeline;

import io.leadloop.canonical.AggregateId;

/** A record and the aggregate that it belongs to. */
record Resolved(Sighting sighting, AggregateId id) {}
