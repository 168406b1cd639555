/** What is forgotten, and when? */
@NullMarked
package io.leadloop.app.retention;

import org.jspecify.annotations.NullMarked;
