package io.leadloop.salesforce.pubsub;

import com.salesforce.eventbus.protobuf.ConsumerEvent;
import io.grpc.StatusRuntimeException;
import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.failure.Failure;
import io.leadloop.spi.PushListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells the listener what events are about. A listener's failure is its own: what it did not take in is found by polling. */
final class Bell {

    private final ConnectionId connection;
    private final Schemas schemas;
    private final PushListener listener;

    Bell(ConnectionId connection, Schemas schemas, PushListener listener) {
        this.connection = connection;
        this.schemas = schemas;
        this.listener = listener;
    }

    void opened(ObjectType type) {
        quietly(() -> listener.opened(type));
    }

    void closed(ObjectType type, Failure why) {
        quietly(() -> listener.closed(type, why));
    }

    void ring(ObjectType type, List<ConsumerEvent> events, SalesforceAccess access) {
        List<RecordRef> refs = new ArrayList<>();
        boolean unnamed = false;
        for (ConsumerEvent event : events) {
            Optional<ChangeHeader> header = header(event, access).filter(ChangeHeader::namesAll);
            unnamed |= header.isEmpty();
            header.ifPresent(known ->
                    known.ids().forEach(id -> refs.add(new RecordRef(connection, new ObjectType(known.entity()), id))));
        }
        List<RecordRef> distinct = refs.stream().distinct().toList();
        if (!distinct.isEmpty()) {
            quietly(() -> listener.rang(distinct));
        }
        if (unnamed) {
            quietly(() -> listener.overflowed(type));
        }
    }

    private Optional<ChangeHeader> header(ConsumerEvent event, SalesforceAccess access) {
        try {
            return Optional.of(schemas.reader(event.getEvent().getSchemaId(), access)
                    .read(event.getEvent().getPayload().toByteArray()));
        } catch (HeaderReader.Unreadable | StatusRuntimeException e) {
            return Optional.empty();
        }
    }

    private static void quietly(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException lost) {
            // said in PushListener
        }
    }
}
