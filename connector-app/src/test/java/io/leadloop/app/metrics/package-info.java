/** Meters and their description. */
@org.jspecify.annotations.NullMarked
package io.leadloop.app.metrics;
