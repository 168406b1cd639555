@NullMarked
package io.leadloop.app.engine;

import org.jspecify.annotations.NullMarked;
