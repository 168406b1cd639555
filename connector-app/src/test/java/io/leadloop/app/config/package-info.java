@NullMarked
package io.leadloop.app.config;

import org.jspecify.annotations.NullMarked;
