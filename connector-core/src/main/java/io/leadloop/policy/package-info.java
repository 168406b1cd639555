/** May this happen? Asked when a write is planned and again when it is claimed. */
@NullMarked
package io.leadloop.policy;

import org.jspecify.annotations.NullMarked;
