/**
 * Is this a lead, by the version that both sides signed, and why? A missing field is unknown, never false.
 */
@NullMarked
package io.leadloop.definition;

import org.jspecify.annotations.NullMarked;
