package io.leadloop.app.announce;

import java.time.Instant;
import java.util.List;

/** Messages that are not delivered yet; each was put by the transaction that made it true. */
public interface Outbox {

    List<Message> due(Instant now, int limit);

    long waiting();

    void done(Message message);

    void later(Message message);
}
