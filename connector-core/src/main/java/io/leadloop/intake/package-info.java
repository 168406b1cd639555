/** What has come in, and is it news? */
@NullMarked
package io.leadloop.intake;

import org.jspecify.annotations.NullMarked;
