package io.leadloop.hubspot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A search: filters that must all hold, one order. HubSpot takes at most 3,000 characters. */
record SearchBody(String sortBy, String direction, int limit, List<Filter> filters, List<String> properties) {

    private static final int LONGEST = 2900;

    record Filter(ObjectNode json) {
        static Filter of(String property, String operator, String value) {
            return new Filter(Json.object()
                    .put("propertyName", property)
                    .put("operator", operator)
                    .put("value", value));
        }

        static Filter in(String property, Collection<String> values) {
            ObjectNode json = Json.object().put("propertyName", property).put("operator", "IN");
            json.set("values", Json.array(values));
            return new Filter(json);
        }

        static Filter present(String property) {
            return new Filter(Json.object().put("propertyName", property).put("operator", "HAS_PROPERTY"));
        }

        static Filter between(String property, String low, String high) {
            return new Filter(Json.object()
                    .put("propertyName", property)
                    .put("operator", "BETWEEN")
                    .put("value", low)
                    .put("highValue", high));
        }
    }

    static SearchBody ascending(String property, int limit) {
        return new SearchBody(property, "ASCENDING", limit, List.of(), List.of());
    }

    static SearchBody newest(String property) {
        return new SearchBody(property, "DESCENDING", 1, List.of(), List.of(property));
    }

    SearchBody and(Filter filter) {
        List<Filter> more = new ArrayList<>(filters);
        more.add(filter);
        return new SearchBody(sortBy, direction, limit, List.copyOf(more), properties);
    }

    SearchBody returning(List<String> names) {
        return new SearchBody(sortBy, direction, limit, filters, names);
    }

    boolean fits() {
        return json().toString().length() <= LONGEST;
    }

    JsonNode json() {
        ObjectNode body = Json.object();
        if (!filters.isEmpty()) {
            ObjectNode group = Json.object();
            group.set("filters", Json.nodes(filters.stream().map(Filter::json)));
            body.set("filterGroups", Json.nodes(List.of(group).stream()));
        } else {
            body.set("filterGroups", Json.array(List.of()));
        }
        ObjectNode sort = Json.object().put("propertyName", sortBy).put("direction", direction);
        body.set("sorts", Json.nodes(List.of(sort).stream()));
        body.set("properties", Json.array(properties));
        body.put("limit", limit);
        return body;
    }
}
