@org.jspecify.annotations.NullMarked
package io.leadloop.salesforce.pubsub;
