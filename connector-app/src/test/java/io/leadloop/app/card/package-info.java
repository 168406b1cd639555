/** Is what a card shows right? */
@NullMarked
package io.leadloop.app.card;

import org.jspecify.annotations.NullMarked;
