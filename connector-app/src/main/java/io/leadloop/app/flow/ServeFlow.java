package io.leadloop.app.flow;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.Lifecycle;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.integration.core.MessagingTemplate;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.support.GenericMessage;

/** Runs passes until it is closed: poller, reports, one channel for failures, one for orders between two passes. */
public final class ServeFlow implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServeFlow.class);

    private final AnnotationConfigApplicationContext context;
    private final MessagingTemplate orders;
    private final MessageChannel soon;

    private ServeFlow(AnnotationConfigApplicationContext context) {
        this.context = context;
        this.orders = new MessagingTemplate(context.getBean(ServeWiring.ORDERS, MessageChannel.class));
        orders.setReceiveTimeout(-1);
        this.soon = context.getBean(ServeWiring.SOON, MessageChannel.class);
    }

    /**
     * @param pause between the end of a pass and the start of the next
     * @param failed told of each pass that failed
     */
    public static ServeFlow start(Passes passes, Duration pause, Consumer<Throwable> failed) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(ServeWiring.Settings.class, () -> new ServeWiring.Settings(passes, pause, failed));
        context.register(ServeWiring.class);
        context.refresh();
        return new ServeFlow(context);
    }

    /** Runs the order between two passes and returns when it is done. */
    public void order(Runnable order) {
        orders.convertSendAndReceive((Object) order, Boolean.class);
    }

    /** Runs it between two passes, after what was ordered before, and does not wait for it. */
    public void soon(Runnable order) {
        soon.send(new GenericMessage<>(order));
    }

    /**
     * No pass begins any more once the running one has ended; does not wait for it. Orders are still run.
     *
     * @param still asked between two passes whether it is to end
     * @param ended runs if it has
     */
    public void end(BooleanSupplier still, Runnable ended) {
        soon(() -> {
            if (still.getAsBoolean()) {
                context.getBean(ServeWiring.PASSES, Lifecycle.class).stop();
                ended.run();
            }
        });
    }

    /**
     * Waits for the running pass, at most half a minute. The poller is stopped by the thread that runs passes: stopped by
     * another it would interrupt the pass, and an interrupted write closes H2's file.
     */
    @Override
    public void close() {
        CountDownLatch stopped = new CountDownLatch(1);
        end(() -> true, stopped::countDown);
        try {
            if (!stopped.await(ServeWiring.PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("pass still runs after seconds={}", ServeWiring.PATIENCE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        context.close();
    }
}
