/** How is a configuration made into something that runs? */
@NullMarked
package io.leadloop.app.engine;

import org.jspecify.annotations.NullMarked;
