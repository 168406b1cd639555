package io.leadloop.hubspot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The ids of all records whose property has one of some values, by search, in slices of ids: no depth limit applies. */
record ValueSearch(HubSpotClient client, HubSpotObject object) {

    /** Leaves room for the rest of a body of at most 3,000 characters. */
    private static final int ROOM = 2000;

    Set<String> ids(String property, Collection<String> lowerCaseValues) {
        Set<String> ids = new LinkedHashSet<>();
        List<String> chunk = new ArrayList<>();
        int length = 0;
        for (String value : lowerCaseValues) {
            if (!chunk.isEmpty() && length + value.length() + 3 > ROOM) {
                collect(property, chunk, ids);
                chunk.clear();
                length = 0;
            }
            chunk.add(value);
            length += value.length() + 3;
        }
        collect(property, chunk, ids);
        return ids;
    }

    private void collect(String property, List<String> values, Set<String> ids) {
        SearchBody.Filter wanted = values.size() == 1
                ? SearchBody.Filter.of(property, "EQ", values.get(0))
                : SearchBody.Filter.in(property, values);
        String last = "0";
        boolean more = true;
        while (more) {
            JsonNode answer = client.fetch(Call.search(
                    object,
                    SearchBody.ascending("hs_object_id", 200)
                            .and(wanted)
                            .and(SearchBody.Filter.of("hs_object_id", "GT", last))
                            .json()));
            for (JsonNode row : answer.path("results")) {
                last = Rows.id(row);
                ids.add(last);
            }
            more = answer.path("paging").has("next");
        }
    }
}
