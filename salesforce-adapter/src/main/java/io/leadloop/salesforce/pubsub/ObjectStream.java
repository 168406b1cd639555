package io.leadloop.salesforce.pubsub;

import com.salesforce.eventbus.protobuf.FetchRequest;
import com.salesforce.eventbus.protobuf.FetchResponse;
import com.salesforce.eventbus.protobuf.ReplayPreset;
import com.salesforce.eventbus.protobuf.TopicRequest;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.leadloop.canonical.ObjectType;
import io.leadloop.failure.CallFailed;
import io.leadloop.failure.Disposition;
import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The subscription to one object's events, opened anew whenever it ends. All of it happens on one thread, but for {@link
 * #end}. It begins at the newest event, since polling finds the older ones.
 */
final class ObjectStream {

    /** Salesforce gives no more at a time. */
    private static final int MOST = 100;

    private final ObjectType type;
    private final SalesforceSessions sessions;
    private final Line line;
    private final Bell bell;
    private final Timing timing;
    private final ScheduledExecutorService thread;
    private Optional<Attempt> current = Optional.empty();
    private Optional<SalesforceAccess> refused = Optional.empty();
    private Optional<Failure> told = Optional.empty();
    private int failed;
    private volatile boolean ended;

    ObjectStream(
            ObjectType type,
            SalesforceSessions sessions,
            Line line,
            Bell bell,
            Timing timing,
            ScheduledExecutorService thread) {
        this.type = type;
        this.sessions = sessions;
        this.line = line;
        this.bell = bell;
        this.timing = timing;
        this.thread = thread;
    }

    void open() {
        if (ended) {
            return;
        }
        try {
            SalesforceAccess access = refused.map(sessions::after).orElseGet(sessions::current);
            Attempt attempt = new Attempt(access);
            current = Optional.of(attempt);
            attempt.begin();
        } catch (CallFailed e) {
            failed(e.failure());
        }
    }

    /** Nothing is told from now on. Any thread may call it. */
    void end() {
        ended = true;
    }

    private void failed(Failure why) {
        current = Optional.empty();
        failed++;
        if (ended) {
            return;
        }
        if (told.filter(before -> before.code().equals(why.code())).isEmpty()) {
            told = Optional.of(why);
            bell.closed(type, why);
        }
        boolean again = why.kind().disposition() == Disposition.RETRY;
        later(again ? timing.pause(failed) : timing.longest(), this::open);
    }

    private Future<?> later(Duration pause, Runnable what) {
        return thread.schedule(what, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** One stream from its opening to its end. */
    private final class Attempt implements StreamObserver<FetchResponse> {

        private final SalesforceAccess access;
        private Optional<StreamObserver<FetchRequest>> requests = Optional.empty();
        private Optional<Future<?>> watch = Optional.empty();
        private boolean stands;

        private Attempt(SalesforceAccess access) {
            this.access = access;
        }

        /** A subscription is not answered before the first event: asking for the topic tells what would refuse it. */
        private void begin() {
            try {
                line.asking(access)
                        .getTopic(TopicRequest.newBuilder()
                                .setTopicName(Topics.topic(type))
                                .build());
            } catch (StatusRuntimeException e) {
                onError(e);
                return;
            }
            StreamObserver<FetchRequest> opened = line.streaming(access).subscribe(this);
            requests = Optional.of(opened);
            opened.onNext(FetchRequest.newBuilder()
                    .setTopicName(Topics.topic(type))
                    .setReplayPreset(ReplayPreset.LATEST)
                    .setNumRequested(MOST)
                    .build());
            later(timing.settles(), this::stand);
            heard();
        }

        private boolean isCurrent() {
            return !ended && current.filter(this::equals).isPresent();
        }

        private void stand() {
            if (isCurrent() && !stands) {
                stands = true;
                failed = 0;
                refused = Optional.empty();
                told = Optional.empty();
                bell.opened(type);
            }
        }

        private void heard() {
            watch.ifPresent(before -> before.cancel(false));
            watch = Optional.of(later(timing.silence(), () -> {
                if (isCurrent()) {
                    requests.ifPresent(StreamObserver::onCompleted);
                    failed(Refusals.silent());
                }
            }));
        }

        @Override
        public void onNext(FetchResponse response) {
            if (!isCurrent()) {
                return;
            }
            stand();
            heard();
            if (response.getEventsCount() > 0) {
                bell.ring(type, response.getEventsList(), access);
            }
            if (response.getPendingNumRequested() <= MOST / 2) {
                int more = MOST - response.getPendingNumRequested();
                requests.ifPresent(open -> open.onNext(
                        FetchRequest.newBuilder().setNumRequested(more).build()));
            }
        }

        @Override
        public void onError(Throwable thrown) {
            if (!isCurrent()) {
                return;
            }
            watch.ifPresent(before -> before.cancel(false));
            Failure why = Refusals.of(thrown);
            boolean first = refused.isEmpty();
            if (why.kind() == FailureKind.UNAUTHENTICATED) {
                refused = Optional.of(access);
            }
            if (why.kind() == FailureKind.UNAUTHENTICATED && first) {
                open();
            } else {
                failed(why);
            }
        }

        @Override
        public void onCompleted() {
            if (isCurrent()) {
                watch.ifPresent(before -> before.cancel(false));
                failed(Refusals.down());
            }
        }
    }
}
