package io.leadloop.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.fixtures.simulator.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** From a portal that has nothing of us, through our own commands, to reasons in it, and back. */
class HubSpotInstallTest {

    @TempDir
    Path folder = Path.of("");

    private Desk desk;

    @BeforeEach
    void start() {
        desk = new Desk(folder);
        inject("bare", Map.of());
    }

    @AfterEach
    void end() {
        desk.close();
    }

    @Test
    void aCheckPrintsEachPropertyWithItsPurposeAndChangesNothing() {
        assertThat(desk.run("install", "hubspot", "--check-only"))
                .as(desk.complained())
                .isZero();

        assertThat(desk.printed())
                .contains("nothing of it is there yet")
                .containsPattern("added +property-groups +leadloop +Keeps our properties together")
                .containsPattern("added +properties +leadloop_key +Makes every write repeatable")
                .contains("Checked, nothing was changed: 13 added");
        assertThat(desk.simulators.hubSpotJournal().apiWrites()).isEmpty();
    }

    @Test
    void whatIsInstalledIsTheFootprintAndASecondTimeNothingChanges() {
        assertThat(desk.run("install", "hubspot")).as(desk.complained()).isZero();
        assertThat(desk.printed()).contains("Done: 13 added");
        Set<String> made = desk.simulators.hubSpotJournal().apiWrites().stream()
                .filter(entry -> entry.type().equals("property:contact"))
                .map(entry -> entry.id())
                .collect(Collectors.toCollection(TreeSet::new));
        JsonNode footprint = new YAMLMapper()
                .readTree(Path.of("..", "mappings", "footprint.yaml").toFile());
        assertThat(made)
                .isEqualTo(
                        new TreeSet<>(footprint.path("hubspot").path("contact").findValuesAsString("name")));

        JsonNode again = desk.json("install", "hubspot");

        assertThat(again.path("before").path("standing").asString()).isEqualTo("CURRENT");
        assertThat(again.path("parts"))
                .hasSize(13)
                .allMatch(part -> part.path("effect").asString().equals("same"));
    }

    @Test
    void anOptionIsLabelledAsTheCatalogueLabelsTheReason() {
        desk.run("install", "hubspot");

        assertThat(desk.simulators.hubSpotJournal().apiWrites())
                .filteredOn(entry -> entry.id().equals("leadloop_reason_code"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.fields().getOrDefault("options", ""))
                        .contains("\"label\":\"Company too small or too big\"", "\"value\":\"F-SIZE\"")
                        .contains("S-EXPIRED"));
    }

    @Test
    void withWhatOurOwnCommandMadeASyncWritesReasonsAndUninstallingTakesThemAwayAfterExporting() throws IOException {
        desk.run("install", "hubspot");
        desk.run("go-live");
        assertThat(desk.run("sync", "--once")).as(desk.complained()).isZero();
        Map<String, String> contact = desk.simulators.hubSpot().simulator().records("contact").stream()
                .filter(each -> !each.getOrDefault("leadloop_key", "").isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(contact).containsEntry("leadloop_state", "handed_off");

        assertThat(desk.run("uninstall", "hubspot")).as("nobody said yes").isEqualTo(4);
        Path file = folder.resolve("gone.zip");
        assertThat(desk.run("uninstall", "hubspot", "--yes", "--export", file.toString()))
                .as(desk.complained())
                .isZero();

        assertThat(desk.printed())
                .containsPattern("rows lose +properties +leadloop_key")
                .contains("Exported ", "Removed 13 parts");
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(new String(
                            zip.getInputStream(zip.getEntry("contact.jsonl")).readAllBytes(), StandardCharsets.UTF_8))
                    .contains("\"leadloop_key\":\"" + contact.getOrDefault("leadloop_key", "?") + "\"")
                    .doesNotContain("@");
        }
        assertThat(desk.json("install", "hubspot", "--check-only")
                        .path("before")
                        .path("standing")
                        .asString())
                .isEqualTo("ABSENT");
    }

    @Test
    void aPropertyThatAListUsesIsNamedAndNothingGoes() {
        desk.run("install", "hubspot");
        inject("in-use", Map.of("property", "leadloop_state"));

        assertThat(desk.run("uninstall", "hubspot", "--yes")).isEqualTo(3);

        assertThat(desk.printed()).contains("CANNOT_DELETE_PROPERTY_IN_USE", "Take our properties out of lists");
        assertThat(desk.json("install", "hubspot", "--check-only")
                        .path("before")
                        .path("standing")
                        .asString())
                .isEqualTo("CURRENT");
    }

    @Test
    void anAppWithoutTheScopeAndAnAdoptionAreRefusedWithWhatToDo() {
        assertThat(desk.run("install", "hubspot", "--adopt", "lost_reason")).isEqualTo(2);
        inject("missing-scopes", Map.of("scopes", "crm.schemas.contacts.write"));

        assertThat(desk.run("install", "hubspot")).isEqualTo(3);

        assertThat(desk.printed()).contains("fix    Give it the scope crm.schemas.contacts.write");
    }

    private void inject(String kind, Map<String, String> arguments) {
        desk.simulators.hubSpot().simulator().inject(Fault.once(kind, "", arguments));
    }
}
