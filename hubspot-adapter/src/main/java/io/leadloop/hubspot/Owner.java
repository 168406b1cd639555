package io.leadloop.hubspot;

import java.util.Optional;

/**
 * A person or team that records are assigned to. The id is what owner properties hold; it is not the user id, which
 * archived owners lack.
 */
public record Owner(
        String id, String email, String firstName, String lastName, Optional<String> userId, boolean archived) {}
