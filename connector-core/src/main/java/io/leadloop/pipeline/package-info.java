/** In which order? The one entrance of changes, and the way of each through the rooms. */
@NullMarked
package io.leadloop.pipeline;

import org.jspecify.annotations.NullMarked;
