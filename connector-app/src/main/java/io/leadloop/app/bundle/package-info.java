/** What may be shown to somebody who helps, and tells nobody's name? */
@NullMarked
package io.leadloop.app.bundle;

import org.jspecify.annotations.NullMarked;
