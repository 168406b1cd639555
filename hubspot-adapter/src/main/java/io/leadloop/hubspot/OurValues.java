package io.leadloop.hubspot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** What contacts hold in our properties. */
record OurValues(HubSpotClient client) {

    private static final int PAGE = 100;

    /** Contacts with a value there; the search index may be seconds behind. */
    long count(String property) {
        JsonNode answer = client.fetch(Call.search(
                HubSpotObject.CONTACT,
                SearchBody.ascending("hs_object_id", 1)
                        .and(SearchBody.Filter.present(property))
                        .json()));
        return answer.path("total").asLong(0);
    }

    /** Every contact with any of these, by its list, which no limit of depth holds for. */
    void each(List<String> properties, Consumer<Map<String, String>> row) {
        Call page = Call.get(Paths.objects(HubSpotObject.CONTACT))
                .with("limit", Integer.toString(PAGE))
                .with("properties", String.join(",", properties));
        Call next = page;
        while (true) {
            JsonNode answer = client.fetch(next);
            for (JsonNode contact : answer.path("results")) {
                Map<String, String> held = held(contact, properties);
                if (held.size() > 1) {
                    row.accept(held);
                }
            }
            String after = answer.path("paging").path("next").path("after").asString("");
            if (after.isEmpty()) {
                return;
            }
            next = page.with("after", after);
        }
    }

    private static Map<String, String> held(JsonNode contact, List<String> properties) {
        Map<String, String> held = new LinkedHashMap<>();
        held.put("id", Rows.id(contact));
        for (String property : properties) {
            String value = contact.path("properties").path(property).asString("");
            if (!value.isEmpty()) {
                held.put(property, value);
            }
        }
        return held;
    }
}
