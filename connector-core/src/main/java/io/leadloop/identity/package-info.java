/** Which records are the same person, company, deal? */
@NullMarked
package io.leadloop.identity;

import org.jspecify.annotations.NullMarked;
