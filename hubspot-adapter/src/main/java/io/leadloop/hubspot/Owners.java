package io.leadloop.hubspot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads the portal's owners, 100 a call. */
public final class Owners {

    private final HubSpotClient client;

    Owners(HubSpotClient client) {
        this.client = client;
    }

    /** Those in office, or the archived ones, by id. */
    public List<Owner> read(boolean archived) {
        List<Owner> owners = new ArrayList<>();
        String after = "";
        do {
            Call call = Call.get(Paths.OWNERS).with("limit", "100").with("archived", Boolean.toString(archived));
            JsonNode page = client.fetch(after.isEmpty() ? call : call.with("after", after));
            page.path("results").forEach(owner -> owners.add(owner(owner)));
            after = Json.text(page.path("paging").path("next"), "after");
        } while (!after.isEmpty());
        return List.copyOf(owners);
    }

    private static Owner owner(JsonNode owner) {
        String user = Json.text(owner, "userId");
        return new Owner(
                Json.text(owner, "id"),
                Json.text(owner, "email"),
                Json.text(owner, "firstName"),
                Json.text(owner, "lastName"),
                user.isEmpty() ? Optional.empty() : Optional.of(user),
                owner.path("archived").asBoolean(false));
    }
}
