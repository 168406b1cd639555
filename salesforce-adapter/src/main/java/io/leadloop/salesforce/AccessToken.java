package io.leadloop.salesforce;

import java.net.URI;

/** What a login gave: a session and the one host to use it at. */
record AccessToken(String value, URI instance) {

    @Override
    public String toString() {
        return "AccessToken[value=***, instance=" + instance + "]";
    }
}
