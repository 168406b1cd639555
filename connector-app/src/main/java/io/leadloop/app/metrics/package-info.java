/** What can be counted about a running LeadLoop? Alone in knowing Micrometer. */
@NullMarked
package io.leadloop.app.metrics;

import org.jspecify.annotations.NullMarked;
