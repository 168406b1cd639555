package io.leadloop.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SchemaTest {

    private static final Map<String, String> SCHEMAS = Map.of(
            "mapping", "schema/mapping.schema.json",
            "values", "schema/values.schema.json",
            "reasons", "schema/reasons.schema.json",
            "definition", "schema/definition.schema.json",
            "canonical", "schema/canonical.schema.json");

    private final ShippedFiles files = ShippedFiles.here();
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final JsonMapper json = JsonMapper.builder().build();

    @TestFactory
    Stream<DynamicTest> eachShippedFileFitsTheSchemaThatAnEditorUses() {
        return files.names().stream()
                .filter(name -> !name.equals("footprint.yaml"))
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    JsonNode tree = tree(files.text(name));
                    assertThat(errors(kind(tree), tree)).isEmpty();
                }));
    }

    @Test
    void anEditorSeesAWrongWordAWrongKeyAndAMissingOne() {
        String text = files.text("salesforce/person.yaml");
        assertThat(errors("mapping", tree(text.replace("direction: both", "direction: bth"))))
                .isNotEmpty();
        assertThat(errors("mapping", tree(text.replace("on-first-sight:", "on-frist-sight:"))))
                .isNotEmpty();
        assertThat(errors("mapping", tree(text.replace("system: salesforce", ""))))
                .isNotEmpty();
        assertThat(errors("values", tree("values: x\nrows: { A: { b: { raed: c } } }")))
                .isNotEmpty();
        assertThat(errors("canonical", tree("canonical: person\nfields: { a: txt }")))
                .isNotEmpty();
    }

    private static String kind(JsonNode tree) {
        return Stream.of("mapping", "values", "reasons", "definition", "canonical")
                .filter(tree::has)
                .findFirst()
                .orElseThrow();
    }

    private List<Error> errors(String kind, JsonNode tree) {
        String path = SCHEMAS.getOrDefault(kind, "");
        Schema schema = registry.getSchema(files.text(path), InputFormat.JSON);
        return schema.validate(tree);
    }

    private JsonNode tree(String yaml) {
        return json.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(yaml));
    }
}
