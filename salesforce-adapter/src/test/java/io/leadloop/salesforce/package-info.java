/** Does the adapter speak Salesforce as the fact sheet says, also when the vendor does not answer well? */
@NullMarked
package io.leadloop.salesforce;

import org.jspecify.annotations.NullMarked;
