/** How does Salesforce tell us at once what changed? The Pub/Sub API, from which only entity and ids are taken. */
@NullMarked
package io.leadloop.salesforce.pubsub;

import org.jspecify.annotations.NullMarked;
