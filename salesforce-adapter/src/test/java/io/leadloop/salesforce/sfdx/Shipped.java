package io.leadloop.salesforce.sfdx;

import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Files of marketing operations, and the documents, from the modules beside this one. */
final class Shipped {

    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    private Shipped() {}

    static JsonNode mapping(String name) {
        return YAML.readTree(Path.of("..", "mappings", name).toFile());
    }

    static JsonNode salesforce() {
        return mapping("footprint.yaml").path("salesforce");
    }

    static List<JsonNode> reasons() {
        return mapping("reasons.yaml").path("rows").valueStream().toList();
    }

    static List<String> texts(JsonNode list) {
        return list.isString()
                ? List.of(list.asString())
                : list.valueStream().map(JsonNode::asString).toList();
    }
}
