package io.leadloop.hubspot;

import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.ObjectType;
import io.leadloop.spi.RecordWriter;
import io.leadloop.spi.SideBySide;
import io.leadloop.spi.WriteOutcome;
import io.leadloop.spi.WriteRequest;
import java.util.List;

/**
 * Writes rows of one sort; each sort has its own call. Up to five calls of 100 go side by side, each with its own look at
 * what its rows expect: HubSpot has no conditional write, so looking and writing must follow each other closely.
 */
final class HubSpotWriter implements RecordWriter {

    static final int SIZE = 100;

    static final int CALLS = 5;

    private final HubSpotClient client;
    private final ConnectionId connection;
    private final SideBySide calls;

    /** @param calls of {@link #SIZE} rows, {@link #CALLS} at a time */
    HubSpotWriter(HubSpotClient client, ConnectionId connection, SideBySide calls) {
        this.client = client;
        this.connection = connection;
        this.calls = calls;
    }

    @Override
    public int batchSize(ObjectType type) {
        return SIZE * CALLS;
    }

    @Override
    public List<WriteOutcome> write(List<WriteRequest> batch) {
        return calls.write(batch, this::call);
    }

    private List<WriteOutcome> call(List<WriteRequest> batch) {
        WriteRequest first = batch.get(0);
        if (first instanceof WriteRequest.Create) {
            return new Creates(client, connection).write(all(batch, WriteRequest.Create.class));
        }
        if (first instanceof WriteRequest.Update) {
            return new Updates(client, connection).write(all(batch, WriteRequest.Update.class));
        }
        if (first instanceof WriteRequest.Associate) {
            return new Associates(client).write(all(batch, WriteRequest.Associate.class));
        }
        return new Withdrawals(client).write(all(batch, WriteRequest.Withdraw.class));
    }

    private static <T extends WriteRequest> List<T> all(List<WriteRequest> batch, Class<T> sort) {
        return batch.stream().map(sort::cast).toList();
    }
}
