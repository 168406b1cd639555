/**
 * What can go wrong, and what then? Kinds with a disposition; rooms act on these, never on text.
 */
@NullMarked
package io.leadloop.failure;

import org.jspecify.annotations.NullMarked;
