package io.leadloop.spi;

import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.failure.Failure;
import java.util.List;

/** Hears from a {@link PushSource}. What it throws is swallowed: the source goes on, and polling finds what was lost. */
public interface PushListener {

    /** Listened to from now on, again or for the first time; what changed before may never be told. */
    void opened(ObjectType type);

    /** These changed. They may be told again, and may be gone when they are looked at. */
    void rang(List<RecordRef> refs);

    /** More of this changed than the vendor can name. */
    void overflowed(ObjectType type);

    /** Not listened to until it is opened; told once for each reason. */
    void closed(ObjectType type, Failure why);
}
