/** What exactly would we write? */
@NullMarked
package io.leadloop.plan;

import org.jspecify.annotations.NullMarked;
