/** How does the program start? */
@NullMarked
package io.leadloop.app;

import org.jspecify.annotations.NullMarked;
