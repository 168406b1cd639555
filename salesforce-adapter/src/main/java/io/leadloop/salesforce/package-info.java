/** How do we speak Salesforce? Transport, translation and classification for one org; nothing is decided here. */
@NullMarked
package io.leadloop.salesforce;

import org.jspecify.annotations.NullMarked;
