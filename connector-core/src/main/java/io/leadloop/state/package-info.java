/** What do we hold to be true? Aggregates with what each record said, links between records and aggregates. */
@NullMarked
package io.leadloop.state;

import org.jspecify.annotations.NullMarked;
