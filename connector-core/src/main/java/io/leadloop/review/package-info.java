/** What must a person choose? */
@NullMarked
package io.leadloop.review;

import org.jspecify.annotations.NullMarked;
