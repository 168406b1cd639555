/**
 * Which touches earned which share? Exact arithmetic: every share is a fraction, and each model's amounts sum to the cent.
 */
@NullMarked
package io.leadloop.attribution;

import org.jspecify.annotations.NullMarked;
