/**
 * Are the shipped files right? Each is compiled, held against its schema and run through its own cases.
 */
@NullMarked
package io.leadloop.mappings;

import org.jspecify.annotations.NullMarked;
