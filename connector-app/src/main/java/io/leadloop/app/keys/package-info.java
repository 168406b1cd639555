/** Who may ask over HTTP, and for what? */
@NullMarked
package io.leadloop.app.keys;

import org.jspecify.annotations.NullMarked;
