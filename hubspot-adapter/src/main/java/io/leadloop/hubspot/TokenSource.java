package io.leadloop.hubspot;

/** Where the bearer token comes from. */
interface TokenSource {

    String bearer();

    /** After a 401 for {@code refused}: whether another token can be had now. */
    boolean renew(String refused);
}
