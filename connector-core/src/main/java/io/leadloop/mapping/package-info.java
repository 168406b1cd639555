/**
 * What does this vendor field mean? Files of marketing operations, compiled and checked as a whole, then read both ways.
 */
@NullMarked
package io.leadloop.mapping;

import org.jspecify.annotations.NullMarked;
