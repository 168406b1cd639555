package io.leadloop.definition;

import io.leadloop.canonical.ReasonCode;
import io.leadloop.language.Condition;

/** Somebody who is never handed over, whatever the points. */
record Exclusion(String id, Condition when, ReasonCode reason) {}
