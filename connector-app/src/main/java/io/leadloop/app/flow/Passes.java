package io.leadloop.app.flow;

import io.leadloop.pipeline.PassReport;

/** What runs again and again, one at a time, always on the same thread. */
@FunctionalInterface
public interface Passes {

    /** One pass. What it throws is logged, and the next pass runs as if nothing had happened. */
    PassReport next();
}
