package io.leadloop.hubspot.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The card and the panel in Salesforce say the same; the card reads what the connector sends, and asks for no right in vain. */
class CardWordsTest {

    private static final Path CARD = Path.of("hubspot-project", "src", "app", "cards");
    private static final Path PANEL =
            Path.of("..", "salesforce-adapter", "sfdx", "force-app", "main", "default", "lwc");
    private static final Path MAPPINGS = Path.of("..", "mappings");
    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern GROUP = Pattern.compile("\\{ name: '([a-z]+)', label: '([^']+)' }");
    private static final Pattern INTERFACE = Pattern.compile("export interface (\\w+) \\{([^}]*)}");
    private static final Pattern FIELD = Pattern.compile("(?m)^\\s+(\\w+)\\??:");
    private static final YAMLMapper YAML = new YAMLMapper();

    @Test
    void theGroupsAreThePanelsInItsOrderAndThoseOfTheCatalogue() {
        Map<String, String> groups = groups(read(CARD.resolve("words.ts")));

        assertThat(groups)
                .containsExactlyEntriesOf(groups(read(PANEL.resolve("leadLoopCatalogue/leadLoopCatalogue.js"))));
        Set<String> known =
                texts(YAML.readTree(MAPPINGS.resolve("footprint.yaml").toFile())
                        .path("values")
                        .path("reason-groups"));
        known.remove("system");
        assertThat(groups.keySet()).isEqualTo(known);
    }

    @Test
    void whatARepReadsIsWordForWordWhatThePanelSays() {
        String card = sources(CARD);
        String panel = sources(PANEL);
        for (String words : List.of(
                "You have this lead: accepted",
                "Not answered in time: this lead went back to marketing",
                "Converted or in a deal: nothing to answer",
                "Waiting for your answer",
                "left to answer",
                "Overdue by",
                "Answer by",
                "Marketing has not handed this person over. There is nothing to answer.",
                "Why this lead",
                "No evidence was written for this hand-off.",
                "MQL definition:",
                "What happened",
                "No engagement was recorded.",
                "Earlier cycles",
                "Accept",
                "Reject",
                "Disqualify",
                "Why not?",
                "Why does it end here?",
                "Suggested. ",
                "More reasons",
                "Cancel",
                "Come back to this person",
                "In 1 month",
                "In 3 months",
                "In 6 months",
                "or on this day",
                "Choose a day that is still to come.",
                "In your words",
                "A few words, please: they are all that marketing has to go by.",
                "You said",
                "We did",
                "Marketing will have it in a moment.",
                "Change answer",
                "Add a comment",
                "Save comment",
                "No reason given yet",
                "Somebody changed this record meanwhile. Look again, then answer.",
                "It was not saved. Try again; if it happens again, tell your admin.")) {
            assertThat(panel).as("the panel says: " + words).contains(words);
            assertThat(card).as("the card says: " + words).contains(words);
        }
    }

    @Test
    void noReasonStandsInTheCardButTheLastOne() {
        String card = sources(CARD);
        JsonNode rows = YAML.readTree(MAPPINGS.resolve("reasons.yaml").toFile()).path("rows");

        assertThat(rows).hasSize(30);
        rows.forEach(reason -> {
            String code = reason.path("code").asString();
            assertThat(card).doesNotContain("'" + reason.path("label").asString() + "'");
            if (!code.equals("S-NOREASON")) {
                assertThat(card).doesNotContain(code);
            }
        });
        assertThat(card).contains("NONE_FITS = 'S-NOREASON'");
    }

    @Test
    void everyFieldThatTheCardReadsIsOneThatTheConnectorSends() {
        JsonNode card = YAML.readTree(DOCS.resolve("openapi.yaml").toFile())
                .path("components")
                .path("schemas");
        JsonNode whole = card.path("Card").path("properties");
        Map<String, JsonNode> sent = Map.of(
                "CardData", whole,
                "Criterion", card.path("Criterion").path("properties"),
                "Engagement", items(whole, "timeline"),
                "Given", whole.path("answer").path("properties"),
                "Cycle", items(whole, "earlier"),
                "Reason", items(whole, "reasons"),
                "Suggestion", items(whole, "suggested"),
                "Used", items(whole, "content"));
        Map<String, Set<String>> reads = interfaces(read(CARD.resolve("data.ts")));

        assertThat(reads.keySet()).isEqualTo(sent.keySet());
        reads.forEach((name, fields) -> assertThat(
                        new TreeSet<>(sent.getOrDefault(name, whole).propertyNames()))
                .as(name)
                .containsAll(fields));
    }

    @Test
    void eachProblemThatTheCardHasWordsForIsOneOfTheInterface() {
        String known = read(DOCS.resolve("http-api.md"));
        List<String> codes = Pattern.compile("(?m)^  '([a-z-]+)':")
                .matcher(read(CARD.resolve("words.ts")))
                .results()
                .map(hit -> hit.group(1))
                .toList();

        assertThat(codes)
                .hasSizeGreaterThan(3)
                .allSatisfy(code -> assertThat(known).contains("| `" + code + "` |"));
    }

    @Test
    void everyScopeOfTheAppIsInTheAdminsTableAndNoOther() {
        JsonNode auth = JsonMapper.builder()
                .build()
                .readTree(Path.of("hubspot-project/src/app/app-hsmeta.json").toFile())
                .path("config")
                .path("auth");
        Set<String> asked = texts(auth.path("requiredScopes"));
        asked.addAll(texts(auth.path("optionalScopes")));
        Set<String> explained = new TreeSet<>();
        for (String line : read(DOCS.resolve("admin-hubspot.md")).split("\n", -1)) {
            Matcher row = Pattern.compile("\\| `((?:oauth|[a-z_]+\\.[a-z_.]+))` \\|.+\\|")
                    .matcher(line);
            if (row.matches()) {
                explained.add(row.group(1));
            }
        }

        assertThat(explained).isEqualTo(asked);
    }

    private static JsonNode items(JsonNode properties, String name) {
        return properties.path(name).path("items").path("properties");
    }

    private static Map<String, Set<String>> interfaces(String source) {
        Map<String, Set<String>> all = new LinkedHashMap<>();
        INTERFACE
                .matcher(source)
                .results()
                .forEach(hit -> all.put(
                        hit.group(1),
                        FIELD.matcher(hit.group(2))
                                .results()
                                .map(field -> field.group(1))
                                .collect(Collectors.toCollection(TreeSet::new))));
        return all;
    }

    private static Map<String, String> groups(String source) {
        Map<String, String> groups = new LinkedHashMap<>();
        GROUP.matcher(source.substring(
                        source.indexOf("GROUPS = ["), source.indexOf("];", source.indexOf("GROUPS = ["))))
                .results()
                .forEach(hit -> groups.put(hit.group(1), hit.group(2)));
        return groups;
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(each -> texts.add(each.asString()));
        return texts;
    }

    /** All sources in one, tests left out. */
    private static String sources(Path folder) {
        List<String> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().matches(".*\\.(ts|tsx|js|html)"))
                    .filter(file -> !file.toString().contains("__tests__"))
                    .forEach(file -> all.add(read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return String.join("\n", all);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
