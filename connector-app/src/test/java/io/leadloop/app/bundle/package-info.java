@NullMarked
package io.leadloop.app.bundle;

import org.jspecify.annotations.NullMarked;
