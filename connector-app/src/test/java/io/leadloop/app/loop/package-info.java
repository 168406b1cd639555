/** Does the whole loop hold, over the real wire formats? */
@NullMarked
package io.leadloop.app.loop;

import org.jspecify.annotations.NullMarked;
