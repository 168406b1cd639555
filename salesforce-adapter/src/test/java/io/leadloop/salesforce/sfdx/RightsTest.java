package io.leadloop.salesforce.sfdx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Permission sets give the rights that the footprint names with their use, and no more. */
class RightsTest {

    private final JsonNode footprint = Shipped.salesforce();

    @Test
    void aSetGivesTheObjectRightsOfTheFootprintEachWithItsUse() {
        footprint.path("rights").propertyStream().forEach(set -> {
            Map<String, String> expected = new TreeMap<>();
            set.getValue().forEach(right -> {
                assertThat(right.path("use").asString()).as(set.getKey()).isNotBlank();
                expected.put(
                        right.path("object").asString(), new TreeSet<>(Shipped.texts(right.path("may"))).toString());
            });

            assertThat(objects(set(set.getKey()))).as(set.getKey()).isEqualTo(expected);
        });
    }

    @Test
    void everyPermissionSetIsInTheFootprint() {
        List<String> sets = Metadata.files("permissionsets", "-meta.xml").stream()
                .map(file -> file.getFileName().toString().replace(".permissionset-meta.xml", ""))
                .toList();

        assertThat(sets)
                .containsExactlyInAnyOrderElementsOf(
                        footprint.path("rights").propertyNames().stream().toList());
    }

    @Test
    void aRepEditsWhatARepWritesAndReadsTheRest() {
        Map<String, String> expected = new TreeMap<>();
        fields(List.of("Lead", "Contact", "LeadLoop_Handoff__c"))
                .forEach((name, field) ->
                        expected.put(name, field.path("writer").asString().contains("rep") ? "edit" : "read"));

        assertThat(fieldRights("LeadLoop_Rep")).isEqualTo(expected);
    }

    @Test
    void theIntegrationUserEditsAllOfOurFieldsAndDeletesNothing() {
        Map<String, String> expected = new TreeMap<>();
        fields(List.of("Lead", "Contact", "LeadLoop_Handoff__c", "LeadLoop_Credit__c"))
                .forEach((name, field) -> expected.put(name, "edit"));

        assertThat(fieldRights("LeadLoop_Integration")).isEqualTo(expected);
        assertThat(set("LeadLoop_Integration").children("objectPermissions"))
                .allMatch(object -> object.get("allowDelete").equals("false"))
                .allMatch(object -> object.get("modifyAllRecords").equals("false"));
    }

    @Test
    void onlyTheIntegrationUserAndToolsThatAreGivenTheSetPassTheRule() {
        assertThat(Metadata.files("permissionsets", "-meta.xml"))
                .filteredOn(file ->
                        !Metadata.read(file).children("customPermissions").isEmpty())
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrder(
                        "LeadLoop_Bypass.permissionset-meta.xml", "LeadLoop_Integration.permissionset-meta.xml");
    }

    /** The vendor refuses a set whose rights lack what they need. */
    @Test
    void noRightLacksTheRightThatItNeeds() {
        for (Metadata set : Metadata.all("permissionsets", "-meta.xml")) {
            assertThat(set.children("objectPermissions"))
                    .as(set.get("label"))
                    .allMatch(object -> object.get("allowRead").equals("true"));
            assertThat(set.children("fieldPermissions"))
                    .as(set.get("label"))
                    .allMatch(field -> field.get("readable").equals("true"));
        }
    }

    private static Metadata set(String name) {
        return Metadata.at("permissionsets/" + name + ".permissionset-meta.xml");
    }

    private static Map<String, String> objects(Metadata set) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("allowRead", "read");
        words.put("allowCreate", "create");
        words.put("allowEdit", "edit");
        words.put("allowDelete", "delete");
        words.put("viewAllRecords", "view-all");
        words.put("modifyAllRecords", "edit-all");
        Map<String, String> all = new TreeMap<>();
        for (Metadata object : set.children("objectPermissions")) {
            TreeSet<String> may = new TreeSet<>();
            words.forEach((element, word) -> {
                if (object.get(element).equals("true")) {
                    may.add(word);
                }
            });
            all.put(object.get("object"), may.toString());
        }
        return all;
    }

    private static Map<String, String> fieldRights(String set) {
        Map<String, String> all = new TreeMap<>();
        set(set).children("fieldPermissions")
                .forEach(field ->
                        all.put(field.get("field"), field.get("editable").equals("true") ? "edit" : "read"));
        return all;
    }

    private Map<String, JsonNode> fields(List<String> objects) {
        Map<String, JsonNode> all = new TreeMap<>();
        for (JsonNode object : footprint.path("objects")) {
            object.path("fields").forEach(field -> all.put(key(object.path("name"), field), field));
        }
        for (JsonNode person : footprint.path("fields").path("twice")) {
            footprint.path("fields").path("list").forEach(field -> all.put(key(person, field), field));
        }
        all.keySet().removeIf(name -> !objects.contains(name.substring(0, name.indexOf('.'))));
        return all;
    }

    private static String key(JsonNode object, JsonNode field) {
        return object.asString() + "." + field.path("name").asString();
    }
}
