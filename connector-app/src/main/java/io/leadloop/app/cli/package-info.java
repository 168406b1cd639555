/** What can a person order on the command line, and what is shown? */
@NullMarked
package io.leadloop.app.cli;

import org.jspecify.annotations.NullMarked;
