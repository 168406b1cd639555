/** What if the store were memory alone? For dry runs, the demo and tests; nothing outlives the process. */
@NullMarked
package io.leadloop.store.memory;

import org.jspecify.annotations.NullMarked;
