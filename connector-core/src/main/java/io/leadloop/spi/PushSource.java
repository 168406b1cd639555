package io.leadloop.spi;

import io.leadloop.canonical.ObjectType;
import java.util.Set;

/**
 * Tells soon which records changed, and nothing of their values. It may lose, repeat and reorder what it likes: {@link
 * ChangeSource} is what finds all.
 */
public interface PushSource {

    /**
     * Begins to listen and returns at once. What fails is tried again until it is closed; nothing is thrown.
     *
     * @param listener called by one thread of the adapter's, never by two at a time, and not after {@link Listening#close}
     *     has returned
     */
    Listening listen(Set<ObjectType> types, PushListener listener);

    /**
     * Asks the vendor whether these objects could be listened to now.
     *
     * @throws io.leadloop.failure.CallFailed if the vendor cannot be asked
     */
    PushStanding standing(Set<ObjectType> types);

    /** What was begun. Closing waits for the call to the listener that is on its way. */
    interface Listening extends AutoCloseable {
        @Override
        void close();
    }
}
