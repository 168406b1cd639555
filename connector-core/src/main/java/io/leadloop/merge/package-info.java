/** Which value wins, and what did the loser say? */
@NullMarked
package io.leadloop.merge;

import org.jspecify.annotations.NullMarked;
