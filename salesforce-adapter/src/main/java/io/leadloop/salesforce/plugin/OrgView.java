package io.leadloop.salesforce.plugin;

import io.leadloop.failure.CallFailed;
import io.leadloop.failure.FailureKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** What the org shows of objects, rows and set-up. Every question is a call. */
final class OrgView {

    private final SalesforceRest rest;

    OrgView(SalesforceRest rest) {
        this.rest = rest;
    }

    /** By name; empty if there is no such object, or our user may not see it. */
    Optional<Map<String, OrgField>> fields(String object) {
        try {
            Map<String, OrgField> fields = new LinkedHashMap<>();
            rest.get("/sobjects/" + object + "/describe")
                    .path("fields")
                    .valueStream()
                    .map(OrgField::of)
                    .forEach(field -> fields.put(field.name(), field));
            return Optional.of(fields);
        } catch (CallFailed e) {
            if (e.failure().kind() == FailureKind.NOT_FOUND
                    || e.failure().code().equals("INVALID_TYPE")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    long count(String soql) {
        return rest.get("/query?q=" + encoded(soql)).path("totalSize").asLong(0);
    }

    /** All pages, row by row. */
    void rows(String soql, Consumer<JsonNode> row) {
        JsonNode page = rest.get("/query?q=" + encoded(soql));
        while (true) {
            page.path("records").valueStream().forEach(row);
            String next = page.path("nextRecordsUrl").asString("");
            if (next.isEmpty()) {
                return;
            }
            page = rest.get(next.replaceFirst("^/services/data/v[0-9.]+", ""));
        }
    }

    /** Of the set-up itself; empty if our user may not ask for it. */
    Optional<JsonNode> setUp(String soql) {
        try {
            return Optional.of(rest.get("/tooling/query?q=" + encoded(soql)).path("records"));
        } catch (CallFailed e) {
            if (e.failure().kind() == FailureKind.TRANSIENT || e.failure().kind() == FailureKind.THROTTLED) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private static String encoded(String soql) {
        return URLEncoder.encode(soql, StandardCharsets.UTF_8);
    }
}
