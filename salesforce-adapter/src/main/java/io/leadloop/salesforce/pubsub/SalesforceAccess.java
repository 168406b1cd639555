package io.leadloop.salesforce.pubsub;

import java.net.URI;

/**
 * A session as calls of the Pub/Sub API name it.
 *
 * @param generation grows with each login
 * @param instance the org's own address
 * @param organization its id with 18 characters
 */
public record SalesforceAccess(int generation, String token, URI instance, String organization) {

    @Override
    public String toString() {
        return "SalesforceAccess[token=***, instance=" + instance + "]";
    }
}
