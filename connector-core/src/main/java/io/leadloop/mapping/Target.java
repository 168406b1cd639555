package io.leadloop.mapping;

import io.leadloop.canonical.Direction;
import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.WritePolicy;
import java.util.Optional;

/** Where a row stands on one object type; its direction is the row's or narrower. */
public record Target(FieldName field, Direction direction, WritePolicy write, Optional<ValueColumn> values) {}
