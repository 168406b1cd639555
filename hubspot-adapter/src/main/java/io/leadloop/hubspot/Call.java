package io.leadloop.hubspot;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One call of the API. The path is encoded already, the query is not. */
record Call(String method, String path, Map<String, String> query, Optional<JsonNode> body, Purpose purpose) {

    /** What a lost answer means, and which limit counts. */
    enum Purpose {
        READ,
        SEARCH,
        WRITE
    }

    Call {
        query = new LinkedHashMap<>(query);
    }

    static Call get(String path) {
        return new Call("GET", path, Map.of(), Optional.empty(), Purpose.READ);
    }

    static Call read(String path, JsonNode body) {
        return new Call("POST", path, Map.of(), Optional.of(body), Purpose.READ);
    }

    static Call search(HubSpotObject object, JsonNode body) {
        return new Call("POST", Paths.objects(object) + "/search", Map.of(), Optional.of(body), Purpose.SEARCH);
    }

    static Call write(String path, JsonNode body) {
        return new Call("POST", path, Map.of(), Optional.of(body), Purpose.WRITE);
    }

    static Call change(String path, JsonNode body) {
        return new Call("PATCH", path, Map.of(), Optional.of(body), Purpose.WRITE);
    }

    static Call delete(String path) {
        return new Call("DELETE", path, Map.of(), Optional.empty(), Purpose.WRITE);
    }

    Call with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(query);
        more.put(name, value);
        return new Call(method, path, more, body, purpose);
    }

    boolean writes() {
        return purpose == Purpose.WRITE;
    }

    String target() {
        StringBuilder target = new StringBuilder(path);
        char joint = '?';
        for (Map.Entry<String, String> parameter : query.entrySet()) {
            target.append(joint).append(parameter.getKey()).append('=').append(Paths.encoded(parameter.getValue()));
            joint = '&';
        }
        return target.toString();
    }
}
