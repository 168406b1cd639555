package io.leadloop.app.serve;

import io.leadloop.app.metrics.Meter;
import io.leadloop.app.metrics.Meters;
import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.failure.Failure;
import io.leadloop.intake.Ring;
import io.leadloop.ledger.Changes;
import io.leadloop.ledger.Store;
import io.leadloop.pipeline.Connected;
import io.leadloop.pipeline.Setup;
import io.leadloop.pipeline.Watched;
import io.leadloop.spi.PushListener;
import io.leadloop.spi.PushSource;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens to the vendors that push: what they name goes into the inbox as a webhook's does. Where something may have been
 * missed, one poll is asked for; where nothing is heard, polling goes on alone.
 */
final class Pushes implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Pushes.class);

    private final Setup setup;
    private final Store store;
    private final Meters meters;
    private final InstantSource clock;
    private final Runnable ring;
    private final Runnable poll;
    private final List<PushSource.Listening> open = new ArrayList<>();

    /**
     * @param ring something is in the inbox; never waits
     * @param poll something may have been missed; never waits
     */
    Pushes(Setup setup, Store store, Meters meters, InstantSource clock, Runnable ring, Runnable poll) {
        this.setup = setup;
        this.store = store;
        this.meters = meters;
        this.clock = clock;
        this.ring = ring;
        this.poll = poll;
    }

    /** From now on; calls nobody itself. */
    void begin() {
        for (Connected connected : setup.connections()) {
            connected.adapter().push().ifPresent(source -> {
                Ear ear = new Ear(connected.id());
                Set<ObjectType> types = new LinkedHashSet<>(Watched.types(setup.mappings(), connected.system()));
                open.add(source.listen(types, ear));
            });
        }
    }

    @Override
    public void close() {
        open.forEach(each -> {
            try {
                each.close();
            } catch (RuntimeException e) {
                LOG.warn("push did not end in time", e);
            }
        });
        open.clear();
    }

    private final class Ear implements PushListener {

        private final ConnectionId connection;
        private final Set<ObjectType> heard = ConcurrentHashMap.newKeySet();

        private Ear(ConnectionId connection) {
            this.connection = connection;
            meters.gauge(Meter.PUSH_OPEN, heard::size, connection.value());
        }

        @Override
        public void opened(ObjectType type) {
            heard.add(type);
            LOG.info("push opened connection={} object={}", connection, type);
            poll.run();
        }

        @Override
        public void rang(List<RecordRef> refs) {
            meters.count(Meter.PUSH_RINGS, refs.size(), connection.value());
            try {
                Changes changes = new Changes();
                refs.forEach(ref -> changes.ring(Ring.of(ref, clock.instant())));
                store.commit(changes);
                ring.run();
            } catch (RuntimeException e) {
                LOG.warn("push was not taken in connection={} records={}", connection, refs.size(), e);
                poll.run();
            }
        }

        @Override
        public void overflowed(ObjectType type) {
            LOG.info("push named no records connection={} object={}", connection, type);
            poll.run();
        }

        @Override
        public void closed(ObjectType type, Failure why) {
            heard.remove(type);
            LOG.warn("push closed, polling goes on connection={} object={} code={}", connection, type, why.code());
        }
    }
}
