/** What does a rep see of a hand-off who works in marketing's system? */
@NullMarked
package io.leadloop.app.card;

import org.jspecify.annotations.NullMarked;
