package io.leadloop.delivery;

import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.Lane;
import io.leadloop.canonical.ObjectType;
import io.leadloop.spi.Projection;
import io.leadloop.spi.VendorAdapter;
import java.util.Optional;

/** The connected accounts, as delivery needs them. */
public interface Vendors {

    VendorAdapter adapter(ConnectionId connection);

    /** The vendor field that carries our key on this object. */
    FieldName keyField(ConnectionId connection, ObjectType type);

    /** The vendor field that holds the mail address on this object; consent belongs to the address that stands there. */
    default Optional<FieldName> addressField(ConnectionId connection, ObjectType type) {
        return Optional.empty();
    }

    /** Whether two texts of a field say the same: the vendor may give back another form of what was written. */
    boolean same(ConnectionId connection, ObjectType type, FieldName field, FieldValue one, FieldValue other);

    /** Whether the account's daily calls leave room for one more of this lane. */
    default boolean permits(ConnectionId connection, Lane lane) {
        return true;
    }

    /** All fields that mappings know of this object. */
    Projection projection(ConnectionId connection, ObjectType type);
}
