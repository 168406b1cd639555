/** Where does it all stay? The ports on H2 and PostgreSQL, by one portable SQL. */
@NullMarked
package io.leadloop.app.store;

import org.jspecify.annotations.NullMarked;
