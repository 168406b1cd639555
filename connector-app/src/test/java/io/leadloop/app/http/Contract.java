package io.leadloop.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** docs/openapi.yaml, as the judge of answers. */
final class Contract {

    static final Path FILE = Path.of("..", "docs", "openapi.yaml");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode document = new YAMLMapper().readTree(FILE.toFile());
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(Dialects.getOpenApi31());

    /** {@code GET /health/live} and so on. */
    Set<String> operations() {
        return new TreeSet<>(roles().keySet());
    }

    /** The role that each operation asks for; none where no key is needed. */
    Map<String, Optional<String>> roles() {
        Map<String, Optional<String>> roles = new LinkedHashMap<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> roles.put(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue().path("x-role").asStringOpt())));
        return roles;
    }

    /** The operations that a request signed by HubSpot for a card may call. */
    Set<String> ofCards() {
        Set<String> operations = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operation
                                .getValue()
                                .path("security")
                                .forEach(way -> {
                                    if (way.has("hubspot")) {
                                        operations.add(
                                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
                                    }
                                })));
        return operations;
    }

    /** What is answered must be described: its status, its type, its content. */
    void check(HttpResponse<String> response) {
        String method = response.request().method();
        String path = response.request().uri().getRawPath();
        Optional<JsonNode> operation = operation(method, path);
        String type =
                response.headers().firstValue("Content-Type").orElse("none").split(";", 2)[0];
        if (operation.isEmpty()) {
            assertThat(response.statusCode())
                    .as(method + " " + path + " is not described")
                    .isBetween(400, 499);
            conforms(JSON.createObjectNode().put("$ref", "#/components/schemas/Problem"), response.body());
            return;
        }
        JsonNode responses = operation.get().path("responses");
        String status = Integer.toString(response.statusCode());
        JsonNode described = resolved(responses.has(status) ? responses.path(status) : responses.path("default"));
        assertThat(described.isMissingNode())
                .as(method + " " + path + " answers " + status + ", which is not described")
                .isFalse();
        if (!described.has("content")) {
            assertThat(response.body()).isEmpty();
            return;
        }
        JsonNode schema = described.path("content").path(type).path("schema");
        assertThat(schema.isMissingNode())
                .as(method + " " + path + " answers " + status + " as " + type + ": " + response.body())
                .isFalse();
        if (type.endsWith("json")) {
            conforms((ObjectNode) schema, response.body());
        }
    }

    private Optional<JsonNode> operation(String method, String path) {
        Optional<JsonNode> found = Optional.empty();
        boolean exact = false;
        for (Map.Entry<String, JsonNode> each : document.path("paths").properties()) {
            JsonNode operation = each.getValue().path(method.toLowerCase(Locale.ROOT));
            if (!exact
                    && !operation.isMissingNode()
                    && pattern(each.getKey()).matcher(path).matches()) {
                found = Optional.of(operation);
                exact = each.getKey().equals(path);
            }
        }
        return found;
    }

    private static Pattern pattern(String template) {
        return Pattern.compile(template.replace(".", "\\.").replaceAll("\\{[^}]+}", "[^/]+"));
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asString().substring(1)) : node;
    }

    private void conforms(ObjectNode schema, String body) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", document.path("components"));
        var errors = registry.getSchema(whole)
                .validate(
                        JSON.readTree(body),
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        assertThat(errors).as(body).isEmpty();
    }
}
