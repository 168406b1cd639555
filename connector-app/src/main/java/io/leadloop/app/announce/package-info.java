/** Who is told of what happened? */
@NullMarked
package io.leadloop.app.announce;

import org.jspecify.annotations.NullMarked;
