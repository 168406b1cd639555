/** How does a command reach the process that serves? */
@NullMarked
package io.leadloop.app.control;

import org.jspecify.annotations.NullMarked;
