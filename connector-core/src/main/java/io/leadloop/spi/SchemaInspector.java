package io.leadloop.spi;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.ObjectType;
import java.util.Optional;

/** What the account's own schema allows. */
public interface SchemaInspector {

    /** Empty if the account has no such object, or we may not see it. */
    Optional<ObjectSchema> describe(ObjectType type);

    /** The value as the vendor would give it back after a write: trimmed, lower-cased, cut to seconds. */
    FieldValue normalise(ObjectType type, FieldName field, FieldValue value);
}
