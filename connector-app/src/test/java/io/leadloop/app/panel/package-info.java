/** Does the rep's panel work in a browser (group {@code clients}), and is nothing lost while no connector runs? */
@NullMarked
package io.leadloop.app.panel;

import org.jspecify.annotations.NullMarked;
