/** Make it so, once. */
@NullMarked
package io.leadloop.delivery;

import org.jspecify.annotations.NullMarked;
