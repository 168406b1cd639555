package io.leadloop.spi;

import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.SystemId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One connected account. All parts may be used by several threads; closing ends its connections. */
public interface VendorAdapter extends AutoCloseable {

    ConnectionId connection();

    SystemId system();

    Set<Capability> capabilities();

    ChangeSource changes(Projection what);

    RecordReader reader();

    RecordWriter writer();

    SchemaInspector schema();

    /** Tells of nobody where consent stands in the record alone. */
    default ConsentReader consent() {
        return addresses -> Set.of();
    }

    /** Empty before the first answer, and where the vendor has no daily limit or does not tell. */
    Optional<CallUsage> usage();

    /** Our own calls since the adapter was made, by the object that they were about; logins are about none. */
    default Map<ObjectType, Long> spent() {
        return Map.of();
    }

    /** Empty where this program adds nothing to such accounts. */
    default Optional<Plugin> plugin() {
        return Optional.empty();
    }

    /** Empty where the vendor tells nobody of changes, or is not asked to. */
    default Optional<PushSource> push() {
        return Optional.empty();
    }

    @Override
    void close();
}
