package io.leadloop.salesforce.sfdx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Values, words and labels of the package are those of the catalogue and the mappings. */
class WordsTest {

    private static final Set<String> OURS = Set.of("S-EXPIRED", "S-NOREASON");
    private static final Pattern PICKED = Pattern.compile("ISPICKVAL\\((\\w+), \"([^\"]+)\"\\)");

    @Test
    void theReasonsAreTheCataloguesWithItsLabelsHintsAndStarterSet() {
        List<String> expected = Shipped.reasons().stream()
                .map(reason -> String.join(
                        "|",
                        reason.path("code").asString(),
                        reason.path("label").asString(),
                        reason.path("hint").asString(),
                        Boolean.toString(reason.path("starter").asBoolean(false)
                                || OURS.contains(reason.path("code").asString()))))
                .toList();

        assertThat(values("LeadLoop_Reason").stream()
                        .map(value -> String.join(
                                "|",
                                value.get("fullName"),
                                value.get("label"),
                                value.get("description"),
                                Boolean.toString(!value.get("isActive").equals("false"))))
                        .toList())
                .containsExactlyElementsOf(expected);
    }

    @Test
    void theStatesAreTheFootprints() {
        assertThat(values("LeadLoop_State"))
                .extracting(value -> value.get("fullName"))
                .containsExactlyElementsOf(Shipped.texts(
                        Shipped.mapping("footprint.yaml").path("values").path("states")));
    }

    @Test
    void acceptingWritesAWordThatTheMappingReadsAsAcceptance() {
        List<Metadata> labels =
                Metadata.at("labels/CustomLabels.labels-meta.xml").children("labels");

        assertThat(labels).singleElement().satisfies(label -> {
            assertThat(label.get("fullName")).isEqualTo("LeadLoop_Accept_Status");
            assertThat(answers("accept")).contains(label.get("value"));
        });
    }

    @Test
    void theRuleIsInactiveSparesTheBypassAndNamesTheWordsThatAreADecline() {
        List<String> picked = new ArrayList<>();
        for (String object : List.of("Lead", "Contact")) {
            Metadata rule = Metadata.at(
                    "objects/" + object + "/validationRules/LeadLoop_Require_Reason.validationRule-meta.xml");
            String formula = rule.get("errorConditionFormula");
            assertThat(rule.get("active")).as(object).isEqualTo("false");
            assertThat(formula)
                    .as(object)
                    .contains("NOT($Permission.LeadLoop_Bypass_Required_Reason)")
                    .contains("NOT(ISBLANK(LeadLoop_Handed_Off_At__c))", "ISBLANK(LeadLoop_Receipt__c)");
            PICKED.matcher(formula).results().forEach(hit -> picked.add(hit.group(2)));
        }

        assertThat(picked).containsExactlyInAnyOrderElementsOf(answers("decline"));
    }

    @Test
    void theListViewShowsTheStatusThatAHandOffIsGiven() {
        String given = Shipped.texts(Shipped.mapping("lead-status.yaml")
                        .path("rows")
                        .path("HANDED_OFF")
                        .path("Lead.Status"))
                .get(0);
        Metadata view = Metadata.at("objects/Lead/listViews/LeadLoop_Unanswered.listView-meta.xml");

        assertThat(view.children("filters"))
                .filteredOn(filter -> filter.get("field").equals("LEAD.STATUS"))
                .singleElement()
                .satisfies(filter -> assertThat(filter.get("value")).isEqualTo(given));
    }

    @Test
    void theComponentsCatalogueIsTheShippedOne() {
        JsonMapper json = JsonMapper.builder().build();
        List<JsonNode> expected = Shipped.reasons().stream()
                .filter(reason -> !reason.path("code").asString().equals("S-EXPIRED"))
                .map(reason -> asTheComponentsHaveIt(json, reason))
                .toList();
        List<JsonNode> found = Metadata.text(Metadata.HOME.resolve("lwc/leadLoopCatalogue/leadLoopCatalogue.js"))
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("{ \"code\"") || line.startsWith("{\"code\""))
                .map(line -> json.readTree(line.replaceFirst(",$", "")))
                .toList();

        assertThat(found).containsExactlyElementsOf(expected);
    }

    private static JsonNode asTheComponentsHaveIt(JsonMapper json, JsonNode reason) {
        ObjectNode row = json.createObjectNode();
        for (String text : List.of("code", "group", "label", "hint")) {
            row.put(text, reason.path(text).asString());
        }
        for (String list : List.of("phases", "asks", "implicates")) {
            ArrayNode values = row.putArray(list);
            Shipped.texts(reason.path(list)).stream()
                    .filter(value ->
                            !list.equals("phases") || Set.of("before", "after").contains(value))
                    .forEach(values::add);
        }
        return row;
    }

    private static Set<String> answers(String kind) {
        Set<String> words = new TreeSet<>();
        for (JsonNode row : Shipped.mapping("salesforce/person.yaml").path("fields")) {
            if (row.path("person").asString("").equals("leadStatus")) {
                words.addAll(Shipped.texts(row.path("answers").path(kind)));
            }
        }
        return words;
    }

    private static List<Metadata> values(String set) {
        return Metadata.at("globalValueSets/" + set + ".globalValueSet-meta.xml")
                .children("customValue");
    }
}
