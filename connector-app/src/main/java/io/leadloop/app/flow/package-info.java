/** When does the next pass run, and where do its failures go? Alone in knowing Spring Integration. */
@NullMarked
package io.leadloop.app.flow;

import org.jspecify.annotations.NullMarked;
