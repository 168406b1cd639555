/**
 * What does this reason mean, and what must happen now? The catalogue of reasons, as data that both teams own.
 */
@NullMarked
package io.leadloop.feedback;

import org.jspecify.annotations.NullMarked;
