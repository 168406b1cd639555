/**
 * Where does this lead stand, which hand-off is open, which clock runs? Pure functions from a journey to the next one.
 */
@NullMarked
package io.leadloop.lifecycle;

import org.jspecify.annotations.NullMarked;
