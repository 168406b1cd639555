/** How is HubSpot spoken to? Transport, translation, classification; the dated API paths of one version, nothing else. */
@NullMarked
package io.leadloop.hubspot;

import org.jspecify.annotations.NullMarked;
