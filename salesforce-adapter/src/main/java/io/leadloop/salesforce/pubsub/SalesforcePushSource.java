package io.leadloop.salesforce.pubsub;

import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.ObjectType;
import io.leadloop.salesforce.plugin.SalesforceRest;
import io.leadloop.spi.PushListener;
import io.leadloop.spi.PushSource;
import io.leadloop.spi.PushStanding;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Change events of one org: a stream for each object over one connection. */
public final class SalesforcePushSource implements PushSource {

    private static final int PATIENCE_SECONDS = 30;

    private final ConnectionId connection;
    private final URI url;
    private final SalesforceSessions sessions;
    private final SalesforceRest rest;
    private final Timing timing;

    /**
     * @param url of the Pub/Sub API; plain text if it is http
     * @param nearby whether it is on this machine, so that nothing needs long
     */
    public SalesforcePushSource(
            ConnectionId connection, URI url, SalesforceSessions sessions, SalesforceRest rest, boolean nearby) {
        this(connection, url, sessions, rest, nearby ? Timing.nearby() : Timing.usual());
    }

    SalesforcePushSource(
            ConnectionId connection, URI url, SalesforceSessions sessions, SalesforceRest rest, Timing timing) {
        this.connection = connection;
        this.url = url;
        this.sessions = sessions;
        this.rest = rest;
        this.timing = timing;
    }

    @Override
    public Listening listen(Set<ObjectType> types, PushListener listener) {
        ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread made = new Thread(task, "push-" + connection);
            made.setDaemon(true);
            return made;
        });
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        thread.setRemoveOnCancelPolicy(true);
        Line line = new Line(url, thread, timing.answer());
        Bell bell = new Bell(connection, new Schemas(line), listener);
        List<ObjectStream> streams = new TreeSet<>(types)
                .stream()
                        .map(type -> new ObjectStream(type, sessions, line, bell, timing, thread))
                        .toList();
        thread.execute(() -> streams.forEach(ObjectStream::open));
        return () -> end(thread, streams, line);
    }

    /** The thread is never interrupted: the listener may be writing to a store that would suffer. */
    private static void end(ScheduledThreadPoolExecutor thread, List<ObjectStream> streams, Line line) {
        streams.forEach(ObjectStream::end);
        line.close();
        CountDownLatch idle = new CountDownLatch(1);
        thread.execute(idle::countDown);
        thread.shutdown();
        try {
            if (!idle.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("what was told is still being taken in");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public PushStanding standing(Set<ObjectType> types) {
        try (Line line = new Line(url, Runnable::run, timing.answer())) {
            return new Standing(sessions, rest, line).of(types);
        }
    }
}
