/** What did the administrator write into {@code leadloop.yaml}? */
@NullMarked
package io.leadloop.app.config;

import org.jspecify.annotations.NullMarked;
