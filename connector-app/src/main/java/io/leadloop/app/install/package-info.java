/** What do we add to an account and what is it for, which field of theirs do we use, and what goes with us? */
@NullMarked
package io.leadloop.app.install;

import org.jspecify.annotations.NullMarked;
