/** What did we intend, try and achieve, and why? Entries, their attempts, and the one way to commit. */
@NullMarked
package io.leadloop.ledger;

import org.jspecify.annotations.NullMarked;
