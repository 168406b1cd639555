package io.leadloop.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A person is forgotten, and what is old is swept away. */
class ErasureTest {

    private final Path folder;
    private final Desk desk;

    ErasureTest(@TempDir Path folder) {
        this.folder = folder;
        desk = new Desk(folder);
    }

    @AfterEach
    void end() {
        desk.close();
    }

    @Test
    void nothingOfAPersonIsLeftButIdsTimesAndCodes() throws IOException {
        rejected();
        Map<String, String> lead = desk.lead(0);
        String email = lead.getOrDefault("Email", "");
        List<String> personal =
                List.of(email, lead.getOrDefault("LastName", "") + "\"", "Not in the next quarter", "Marco Ruiz\"");
        String id = desk.json("explain", email).path("id").asString();
        assertThat(rows(personal.get(0))).isNotEmpty();
        assertThat(rows("Not in the next quarter")).isNotEmpty();
        JsonNode before = desk.json("status");

        assertThat(desk.run("erase", email)).isEqualTo(ExitCode.HELD);
        JsonNode erased = desk.json("erase", email, "--yes");

        assertThat(erased.path("entries").asInt()).isPositive();
        assertThat(rows(email)).isEmpty();
        assertThat(rows("Not in the next quarter")).isEmpty();
        String person = erased.path("people").get(0).asString();
        assertThat(rows("person:" + person))
                .anyMatch(row -> row.contains("N-TIMING"))
                .anyMatch(row -> row.contains("APPLIED"));
        assertThat(rows("erased/" + person)).hasSize(1);
        assertThat(id).isIn("", person);
        JsonNode after = desk.json("status");
        assertThat(after.path("journeys")).isEqualTo(before.path("journeys"));
        assertThat(after.path("entries")).isEqualTo(before.path("entries"));
        assertThat(desk.run("explain", email)).isEqualTo(ExitCode.INPUT);
    }

    @Test
    void aPersonWhoIsGoneFromBothSystemsIsNotMadeAgain() {
        rejected();
        Map<String, String> lead = desk.lead(0);
        String contact = desk.simulators.hubSpot().simulator().records("contact").stream()
                .filter(one -> one.getOrDefault("email", "").equals(lead.get("Email")))
                .findFirst()
                .orElseThrow()
                .getOrDefault("hs_object_id", "");
        desk.simulators
                .salesforce()
                .simulator()
                .act("delete", "Robin Admin", Map.of("type", "Lead", "id", lead.getOrDefault("Id", "")));
        desk.simulators.hubSpot().simulator().act("delete", "Robin Admin", Map.of("type", "contact", "id", contact));
        pass();
        assertThat(desk.run("erase", lead.getOrDefault("Email", ""), "--yes"))
                .as("%s", desk.complained())
                .isZero();
        desk.simulators.salesforceJournal().clear();
        desk.simulators.hubSpotJournal().clear();

        pass();
        pass();
        assertThat(desk.simulators.salesforceJournal().apiWrites())
                .as("at most its hand-off row is emptied, too")
                .allMatch(write -> write.operation().equals("update")
                        && write.type().equals("LeadLoop_Handoff__c")
                        && List.of("", "erased").containsAll(write.fields().values()));
        desk.simulators.salesforceJournal().clear();
        pass();

        assertThat(desk.simulators.salesforceJournal().apiWrites()).isEmpty();
        assertThat(desk.simulators.hubSpotJournal().apiWrites()).isEmpty();
    }

    @Test
    void settledWritesGoWhenTheirTimeIsOverAndNothingElseChanges() throws IOException {
        rejected();
        long entries = entries();
        assertThat(entries).isPositive();
        assertThat(desk.json("tidy").path("entries").asLong()).isZero();

        desk.clock.advance(Duration.ofDays(401));
        long swept = desk.json("tidy").path("entries").asLong();

        assertThat(swept).isEqualTo(entries);
        assertThat(entries()).isZero();
        assertThat(desk.json("reconcile").path("unexplained")).isEmpty();
    }

    private void rejected() {
        assertThat(desk.run("go-live")).isZero();
        pass();
        desk.editLead(
                desk.lead(0).getOrDefault("Id", ""),
                Map.of(
                        "Status", "Nurture",
                        "LeadLoop_Reason__c", "N-TIMING",
                        "LeadLoop_Comment__c", "Not in the next quarter"),
                false);
        pass();
        pass();
    }

    private void pass() {
        desk.clock.advance(Duration.ofMinutes(30));
        assertThat(desk.run("sync", "--once")).as("%s", desk.complained()).isZero();
    }

    private long entries() {
        JsonNode counts = desk.json("status").path("entries");
        return counts.path("APPLIED").asLong() + counts.path("SUPERSEDED").asLong();
    }

    /** Rows of the store that hold this text, as a backup shows them. */
    private List<String> rows(String text) throws IOException {
        Path file = folder.resolve("look.zip");
        assertThat(desk.run("backup", "create", file.toString(), "--force")).isZero();
        List<String> found = new ArrayList<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                new String(zip.getInputStream(all.nextElement()).readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.replace("\\", "").contains(text))
                        .forEach(found::add);
            }
        }
        return found;
    }
}
