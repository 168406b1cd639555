/** Does the store keep what it promises, on both databases? */
@NullMarked
package io.leadloop.app.store;

import org.jspecify.annotations.NullMarked;
