@NullMarked
package io.leadloop.app.cli;

import org.jspecify.annotations.NullMarked;
