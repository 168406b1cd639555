/** What does a serving process do, and how is it? */
@NullMarked
package io.leadloop.app.serve;

import org.jspecify.annotations.NullMarked;
