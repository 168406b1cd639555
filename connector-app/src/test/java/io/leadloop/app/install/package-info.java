/** Is a list of theirs understood, and its table one that the mappings take? */
@NullMarked
package io.leadloop.app.install;

import org.jspecify.annotations.NullMarked;
