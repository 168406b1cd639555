package io.leadloop.mapping;

import io.leadloop.canonical.ObjectType;
import io.leadloop.language.Condition;

/** Who can be created, and as what. UNKNOWN creates nothing. */
public record CreateFilter(ObjectType as, Condition when) {}
