/** Passes one after the other, and their orderly end. */
@org.jspecify.annotations.NullMarked
package io.leadloop.app.flow;
