/** Is the card in HubSpot sound, and does it say what the rest of LeadLoop says? */
@NullMarked
package io.leadloop.hubspot.card;

import org.jspecify.annotations.NullMarked;
