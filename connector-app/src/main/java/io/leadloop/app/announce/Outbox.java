package io.leadloop.app.announce;

import io.leadloop.canonical.AggregateId;
import java.time.Instant;
import java.util.List;

/** Messages that are not delivered yet; each was put by the transaction that made it true. */
public interface Outbox {

    List<Message> due(Instant now, int limit);

    long waiting();

    void done(Message message);

    void later(Message message);

    /** Takes the mail address of this person out of what is not delivered yet; returns how many had it. */
    int forget(AggregateId person);
}
