/** How is all that we hold kept safe, and brought back? */
@NullMarked
package io.leadloop.app.backup;

import org.jspecify.annotations.NullMarked;
