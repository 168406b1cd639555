package io.leadloop.salesforce;

import java.net.URI;

/**
 * What a login gave: a session and the one host to use it at.
 *
 * @param organization id with 18 characters; empty if the answer did not say
 */
record AccessToken(String value, URI instance, String organization) {

    @Override
    public String toString() {
        return "AccessToken[value=***, instance=" + instance + "]";
    }
}
