/**
 * How is a file of ours read? As YAML 1.2 with positions and CEL that knows three truth values; every problem says what,
 * where and how to repair it.
 */
@NullMarked
package io.leadloop.language;

import org.jspecify.annotations.NullMarked;
