/**
 * What do we call things? The words of both teams, as values; nothing here knows a vendor.
 */
@NullMarked
package io.leadloop.canonical;

import org.jspecify.annotations.NullMarked;
