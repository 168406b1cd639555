package io.leadloop.canonical;

import java.util.Optional;

/** What an expression asks for: a field of a named thing. */
@FunctionalInterface
public interface Seen {

    /** Empty when the field is absent. */
    Optional<FieldValue> field(String thing, String name);
}
