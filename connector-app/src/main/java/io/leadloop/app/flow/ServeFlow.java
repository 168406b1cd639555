package io.leadloop.app.flow;

import java.time.Duration;
import java.util.function.Consumer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.integration.core.MessagingTemplate;
import org.springframework.messaging.MessageChannel;

/** Runs passes until it is closed: poller, reports, one channel for failures, one for orders between two passes. */
public final class ServeFlow implements AutoCloseable {

    private final AnnotationConfigApplicationContext context;
    private final MessagingTemplate orders;

    private ServeFlow(AnnotationConfigApplicationContext context) {
        this.context = context;
        this.orders = new MessagingTemplate(context.getBean(ServeWiring.ORDERS, MessageChannel.class));
        orders.setReceiveTimeout(-1);
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

    /** Waits for the running pass, at most half a minute. */
    @Override
    public void close() {
        context.close();
    }
}
