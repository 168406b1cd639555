/** Does the rep's panel work in a real browser, with the connector and both simulators? Group {@code clients}. */
@NullMarked
package io.leadloop.app.panel;

import org.jspecify.annotations.NullMarked;
