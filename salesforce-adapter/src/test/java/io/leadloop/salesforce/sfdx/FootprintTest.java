package io.leadloop.salesforce.sfdx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The package's objects, fields and other parts are those of mappings/footprint.yaml, and no others. */
class FootprintTest {

    private static final Map<String, String> TYPES = Map.of(
            "text", "Text",
            "long-text", "LongTextArea",
            "lookup", "Lookup",
            "number", "Number",
            "picklist", "Picklist",
            "datetime", "DateTime",
            "date", "Date",
            "currency", "Currency",
            "percent", "Percent");

    private final JsonNode footprint = Shipped.salesforce();

    @Test
    void theObjectsAreThoseOfTheFootprint() {
        Map<String, String> expected = new TreeMap<>();
        footprint
                .path("objects")
                .forEach(each -> expected.put(name(each), each.path("label").asString()));
        Map<String, String> found = new TreeMap<>();
        Metadata.files("objects", ".object-meta.xml")
                .forEach(file -> found.put(simple(file), Metadata.read(file).get("label")));

        assertThat(found).isEqualTo(expected);
    }

    @Test
    void theFieldsAreThoseOfTheFootprintWithTypeLengthAndUniqueness() {
        Map<String, Map<String, String>> expected = new TreeMap<>();
        wanted().forEach((key, field) -> expected.put(key, said(field)));
        Map<String, Map<String, String>> found = new TreeMap<>();
        Metadata.files("objects", ".field-meta.xml")
                .forEach(file -> found.put(object(file) + "." + simple(file), shown(Metadata.read(file))));

        assertThat(found).isEqualTo(expected);
    }

    @Test
    void noFieldIsRequiredOrHoldsUpADelete() {
        for (Metadata field : Metadata.all("objects", ".field-meta.xml")) {
            assertThat(field.get("required")).as(field.get("fullName")).isNotEqualTo("true");
            assertThat(field.get("deleteConstraint")).as(field.get("fullName")).isIn("", "SetNull");
        }
    }

    @Test
    void everyOtherPartIsNamedWithItsPurpose() {
        TreeSet<String> expected = new TreeSet<>();
        footprint.path("package").forEach(part -> {
            assertThat(part.path("purpose").asString()).as(name(part)).isNotBlank();
            expected.add(part.path("folder").asString() + "/" + name(part));
        });
        TreeSet<String> found = new TreeSet<>();
        Metadata.files("", "-meta.xml").stream()
                .map(file -> Metadata.HOME.relativize(file))
                .filter(file -> !file.startsWith("lwc") && !file.toString().contains("fields"))
                .filter(file -> !file.toString().endsWith(".object-meta.xml"))
                .forEach(file -> found.addAll(parts(file)));

        assertThat(found).isEqualTo(expected);
    }

    @Test
    void everyFieldNamesItsWriterItsReaderAndItsPurpose() {
        wanted().forEach((key, field) -> assertThat(Stream.of("writer", "reader", "purpose"))
                .as(key)
                .allMatch(what -> !field.path(what).asString("").isBlank()));
    }

    private static List<String> parts(Path file) {
        String first = file.getName(0).toString();
        if (first.equals("objects")) {
            return List.of(file.getName(2) + "/" + file.getName(1) + "." + simple(file));
        }
        if (first.equals("labels")) {
            return Metadata.at(file.toString()).children("labels").stream()
                    .map(label -> "labels/" + label.get("fullName"))
                    .toList();
        }
        String inside = file.getNameCount() == 3 ? file.getName(1) + "/" : "";
        return List.of(first + "/" + inside + simple(file));
    }

    private Map<String, JsonNode> wanted() {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        footprint
                .path("objects")
                .forEach(object ->
                        object.path("fields").forEach(field -> all.put(name(object) + "." + name(field), field)));
        for (String person : Shipped.texts(footprint.path("fields").path("twice"))) {
            footprint.path("fields").path("list").forEach(field -> all.put(person + "." + name(field), field));
        }
        return all;
    }

    private static Map<String, String> said(JsonNode field) {
        String type = TYPES.getOrDefault(field.path("type").asString(), "");
        Map<String, String> said = new TreeMap<>();
        said.put("name", name(field));
        said.put("label", field.path("label").asString());
        said.put("type", type);
        said.put("length", field.path("length").asString(""));
        said.put("to", field.path("to").asString(""));
        said.put("unique", Boolean.toString(field.path("unique").asBoolean(false)));
        said.put("key", Boolean.toString(field.path("external-id").asBoolean(false)));
        said.put("values", values(field.path("values")));
        said.put("restricted", Boolean.toString(type.equals("Picklist")));
        return said;
    }

    private static String values(JsonNode values) {
        return values.isArray()
                ? String.join(",", Shipped.texts(values))
                : Map.of("reasons", "LeadLoop_Reason", "states", "LeadLoop_State")
                        .getOrDefault(values.asString(""), "");
    }

    private static Map<String, String> shown(Metadata field) {
        Map<String, String> shown = new TreeMap<>();
        shown.put("name", field.get("fullName"));
        shown.put("label", field.get("label"));
        shown.put("type", field.get("type"));
        shown.put("length", field.get("length"));
        shown.put("to", field.get("referenceTo"));
        shown.put("unique", Boolean.toString(field.get("unique").equals("true")));
        shown.put("key", Boolean.toString(field.get("externalId").equals("true")));
        shown.put(
                "values",
                field.child("valueSet")
                        .map(set -> set.child("valueSetDefinition")
                                .map(own -> String.join(
                                        ",",
                                        own.children("value").stream()
                                                .map(value -> value.get("fullName"))
                                                .toList()))
                                .orElse(set.get("valueSetName")))
                        .orElse(""));
        shown.put(
                "restricted",
                field.child("valueSet").map(set -> set.get("restricted")).orElse("false"));
        return shown;
    }

    private static String name(JsonNode node) {
        return node.path("name").asString();
    }

    private static String object(Path file) {
        return file.getName(file.getNameCount() - 3).toString();
    }

    /** {@code LeadLoop_Key__c} of {@code .../LeadLoop_Key__c.field-meta.xml}. */
    private static String simple(Path file) {
        String name = file.getFileName().toString().replace("-meta.xml", "");
        return name.substring(0, name.lastIndexOf('.'));
    }
}
