package io.leadloop.pipeline;

/** Told how far a long work is. */
public interface Progress {

    /** Nobody looks, so nothing is asked for to foretell the end. */
    Progress UNSEEN = (done, expected) -> {};

    /** @param expected all that there is to do as far as is known now; 0 if that cannot be told */
    void at(long done, long expected);

    /** Whether it is worth a call to learn how much there is to do. */
    default boolean isSeen() {
        return false;
    }
}
