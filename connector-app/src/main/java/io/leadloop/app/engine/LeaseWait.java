package io.leadloop.app.engine;

import io.leadloop.failure.CallFailed;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Waits for another engine to leave the store. One that ends gives the lease back at once; of one that was killed it is
 * free after a minute. Nobody reads or writes anything meanwhile.
 */
public final class LeaseWait {

    private final OpenStore opened;
    private final Duration poll;

    /** @param poll between two tries */
    public LeaseWait(OpenStore opened, Duration poll) {
        this.opened = opened;
        this.poll = poll;
    }

    /**
     * Takes the lease, now or later.
     *
     * @param stop ends the waiting when it reaches zero
     * @param told once, if there is somebody to wait for
     * @return whether it has the lease
     */
    public boolean take(CountDownLatch stop, Consumer<String> told) throws InterruptedException {
        boolean said = false;
        while (stop.getCount() > 0) {
            try {
                opened.lease();
                return true;
            } catch (CallFailed e) {
                if (!e.failure().code().equals("STORE_IN_USE")) {
                    throw e;
                }
            }
            if (!said) {
                said = true;
                told.accept("Another engine works on this store; waiting until it ends. Nothing is read or written.");
            }
            if (stop.await(poll.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return false;
    }
}
