/** What would a live run write? Vendors are read for real; writes are only pretended. */
@NullMarked
package io.leadloop.app.rehearsal;

import org.jspecify.annotations.NullMarked;
