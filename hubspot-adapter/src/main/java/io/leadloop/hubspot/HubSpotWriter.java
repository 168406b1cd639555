package io.leadloop.hubspot;

import io.leadloop.canonical.ConnectionId;
import io.leadloop.spi.RecordWriter;
import io.leadloop.spi.WriteOutcome;
import io.leadloop.spi.WriteRequest;
import java.util.List;

/** Writes rows of one sort; each sort has its own call. */
final class HubSpotWriter implements RecordWriter {

    static final int SIZE = 100;

    private final HubSpotClient client;
    private final ConnectionId connection;

    HubSpotWriter(HubSpotClient client, ConnectionId connection) {
        this.client = client;
        this.connection = connection;
    }

    @Override
    public int batchSize() {
        return SIZE;
    }

    @Override
    public List<WriteOutcome> write(List<WriteRequest> batch) {
        if (batch.isEmpty()) {
            return List.of();
        }
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
