/** Do the two systems still agree? */
@NullMarked
package io.leadloop.reconcile;

import org.jspecify.annotations.NullMarked;
