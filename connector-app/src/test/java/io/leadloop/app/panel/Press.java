package io.leadloop.app.panel;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.fixtures.simulator.SimulatorHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a rep's press in the panel sends: one mutation for the person's record and the hand-off row. */
final class Press {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String MUTATION = """
            mutation answer($record: %1$sUpdateInput!, $row: LeadLoop_Handoff__cUpdateInput!) {
              uiapi(input: { allOrNone: true }) {
                %1$sUpdate(input: $record) { Record { Id } }
                LeadLoop_Handoff__cUpdate(input: $row) { Record { Id } } } }
            """;

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI graphql;
    private final String token;

    Press(SimulatorHost org, String rep) {
        this.graphql = URI.create(org.url() + "/services/data/v66.0/graphql");
        this.token = org.simulator().act("session", rep, Map.of()).getOrDefault("token", "");
    }

    /** @param row of the hand-off, with the lead or the contact that it is about */
    void reject(Map<String, String> row, String reason) {
        String lead = row.getOrDefault("LeadLoop_Lead__c", "");
        String type = lead.isEmpty() ? "Contact" : "Lead";
        String person = lead.isEmpty() ? row.getOrDefault("LeadLoop_Contact__c", "") : lead;
        Map<String, String> fields = Map.of("LeadLoop_Reason__c", reason);
        String body = JSON.writeValueAsString(Map.of(
                "query",
                MUTATION.formatted(type),
                "variables",
                Map.of(
                        "record", Map.of("Id", person, type, fields),
                        "row", Map.of("Id", row.getOrDefault("Id", ""), "LeadLoop_Handoff__c", fields))));
        JsonNode said = JSON.readTree(sent(body));
        assertThat(said.has("errors")).as(said.toString()).isFalse();
    }

    private String sent(String body) {
        HttpRequest request = HttpRequest.newBuilder(graphql)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
