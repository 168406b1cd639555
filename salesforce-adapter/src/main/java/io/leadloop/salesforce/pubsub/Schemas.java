package io.leadloop.salesforce.pubsub;

import com.salesforce.eventbus.protobuf.SchemaRequest;
import java.util.HashMap;
import java.util.Map;

/** Readers by schema, each asked for once: a schema never changes under its id. For one thread. */
final class Schemas {

    private final Line line;
    private final Map<String, HeaderReader> readers = new HashMap<>();

    Schemas(Line line) {
        this.line = line;
    }

    /** @throws io.grpc.StatusRuntimeException if Salesforce does not give it */
    HeaderReader reader(String id, SalesforceAccess access) throws HeaderReader.Unreadable {
        HeaderReader known = readers.get(id);
        if (known != null) {
            return known;
        }
        HeaderReader read = HeaderReader.of(line.asking(access)
                .getSchema(SchemaRequest.newBuilder().setSchemaId(id).build())
                .getSchemaJson());
        readers.put(id, read);
        return read;
    }
}
