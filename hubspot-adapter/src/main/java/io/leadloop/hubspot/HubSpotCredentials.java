package io.leadloop.hubspot;

/** What proves who we are. */
public sealed interface HubSpotCredentials {

    /** A service key, or the fixed token of a project app; never refreshed. */
    record Token(Secret token) implements HubSpotCredentials {}

    /** An OAuth installation; access tokens live 30 minutes and are made from the refresh token. */
    record OAuth(String clientId, Secret clientSecret, Secret refreshToken) implements HubSpotCredentials {}
}
