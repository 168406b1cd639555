/** Is everything there that a run needs, and what is to be done where it is not? */
@NullMarked
package io.leadloop.app.doctor;

import org.jspecify.annotations.NullMarked;
