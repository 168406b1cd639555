package io.leadloop.pipeline;

import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.Lane;
import io.leadloop.canonical.ObjectType;
import io.leadloop.delivery.Vendors;
import io.leadloop.plan.Likeness;
import io.leadloop.spi.Projection;
import io.leadloop.spi.VendorAdapter;
import java.util.Optional;

/** The accounts, as delivery needs them. */
record Accounts(Setup setup) implements Vendors {

    @Override
    public VendorAdapter adapter(ConnectionId connection) {
        return setup.connected(connection).adapter();
    }

    @Override
    public boolean permits(ConnectionId connection, Lane lane) {
        return setup.connected(connection).permits(lane);
    }

    @Override
    public FieldName keyField(ConnectionId connection, ObjectType type) {
        return setup.mappings()
                .mapping(setup.connected(connection).system(), type)
                .flatMap(mapping -> mapping.field(type, "key"))
                .orElseThrow(() -> new IllegalStateException("no key field is mapped on " + type));
    }

    @Override
    public Optional<FieldName> addressField(ConnectionId connection, ObjectType type) {
        return setup.mappings()
                .mapping(setup.connected(connection).system(), type)
                .flatMap(mapping -> mapping.field(type, "email"));
    }

    @Override
    public boolean same(ConnectionId connection, ObjectType type, FieldName field, FieldValue one, FieldValue other) {
        return setup.mappings()
                .mapping(setup.connected(connection).system(), type)
                .map(mapping -> new Likeness(mapping).same(type, field, one, other))
                .orElse(one.equals(other));
    }

    @Override
    public Projection projection(ConnectionId connection, ObjectType type) {
        return setup.mappings()
                .mapping(setup.connected(connection).system(), type)
                .map(mapping -> mapping.projection(type))
                .orElseThrow(() -> new IllegalStateException("nothing is mapped on " + type));
    }
}
