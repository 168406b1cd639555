package io.leadloop.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.fixtures.seed.People;
import io.leadloop.fixtures.seed.Planting;
import io.leadloop.fixtures.seed.SeedData;
import io.leadloop.fixtures.seed.SeededContact;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A store is copied, life goes on, and the copy is brought back. */
class BackupTest {

    private final Path folder;
    private final Desk desk;

    BackupTest(@TempDir Path folder) {
        this.folder = folder;
        desk = new Desk(folder);
    }

    @AfterEach
    void end() {
        desk.close();
    }

    @Test
    void whatIsRestoredIsWhatWasBackedUp() throws IOException {
        live();
        JsonNode before = desk.json("status");
        create("all.zip");
        emptyStore();

        JsonNode restored = desk.json("backup", "restore", file("all.zip"));

        assertThat(restored.path("rows").asLong()).isGreaterThan(100);
        JsonNode after = desk.json("status");
        assertThat(after.path("runState").asString()).isEqualTo("paused");
        assertThat(after.path("journeys")).isEqualTo(before.path("journeys"));
        assertThat(after.path("entries")).isEqualTo(before.path("entries"));
        assertThat(desk.json("reconcile").path("unexplained")).isEmpty();
    }

    @Test
    void nothingIsWrittenTwiceAfterAnOlderBackupIsRestored() {
        live();
        create("older.zip");
        people(8, 3);
        desk.clock.advance(Duration.ofHours(2));
        desk.editLead(lead(0), Map.of("Status", "Working"), false);
        desk.editLead(
                lead(1),
                Map.of("Status", "Nurture", "LeadLoop_Reason__c", "N-TIMING", "LeadLoop_Comment__c", "Q4"),
                false);
        assertThat(desk.run("sync", "--once")).isZero();
        desk.clock.advance(Duration.ofHours(1));
        assertThat(desk.run("sync", "--once")).isZero();
        assertThat(desk.json("reconcile").path("unexplained")).isEmpty();
        int leads = desk.simulators.salesforce().simulator().records("Lead").size();
        int handoffs = handoffs();
        desk.simulators.hubSpotJournal().clear();
        desk.simulators.salesforceJournal().clear();

        assertThat(desk.run("backup", "restore", file("older.zip"), "--force")).isZero();
        assertThat(desk.run("go-live")).isZero();
        for (int pass = 0; pass < 3; pass++) {
            assertThat(desk.run("sync", "--once")).as("%s", desk.complained()).isZero();
            desk.clock.advance(Duration.ofMinutes(10));
        }

        assertThat(desk.simulators.salesforce().simulator().records("Lead")).hasSize(leads);
        assertThat(handoffs()).isEqualTo(handoffs);
        assertThat(desk.simulators.salesforceJournal().apiWrites()).isEmpty();
        assertThat(desk.simulators.hubSpotJournal().apiWrites()).isEmpty();
        assertThat(desk.json("reconcile").path("unexplained")).isEmpty();
    }

    @Test
    void writesThatWerePlannedAtTheBackupAndSentSinceAreFoundAtTheVendor() {
        assertThat(desk.run("sync", "--once")).isZero();
        create("planned.zip");
        live();
        Set<String> keys = keys();
        assertThat(keys).isNotEmpty();
        desk.simulators.salesforceJournal().clear();

        JsonNode restored = desk.json("backup", "restore", file("planned.zip"), "--force");
        assertThat(restored.path("toLookUp").asInt()).isPositive();
        live();

        assertThat(keys()).isEqualTo(keys);
        assertThat(desk.simulators.salesforceJournal().apiWrites())
                .noneMatch(write -> write.operation().equals("create"));
        assertThat(desk.json("reconcile").path("unexplained")).isEmpty();
    }

    @Test
    void aStoreThatHoldsSomethingIsNotOverwrittenUnlessAsked() {
        live();
        create("one.zip");

        assertThat(desk.run("backup", "restore", file("one.zip"))).isEqualTo(ExitCode.HELD);
        assertThat(desk.complained()).contains("The store is not empty").contains("--force");
        assertThat(desk.run("backup", "create", file("one.zip"))).isEqualTo(ExitCode.INPUT);
        assertThat(desk.run("backup", "create", file("one.zip"), "--force")).isZero();
    }

    @Test
    void aDamagedBackupChangesNothing() throws IOException {
        live();
        create("good.zip");
        byte[] bytes = Files.readAllBytes(folder.resolve("good.zip"));
        bytes[bytes.length / 3] ^= 0x55;
        Files.write(folder.resolve("bad.zip"), bytes);
        Files.writeString(folder.resolve("no.zip"), "this is no backup");
        JsonNode before = desk.json("status");

        assertThat(desk.run("backup", "check", file("bad.zip"))).isEqualTo(ExitCode.INPUT);
        assertThat(desk.run("backup", "restore", file("bad.zip"), "--force")).isEqualTo(ExitCode.INPUT);
        assertThat(desk.run("backup", "restore", file("no.zip"), "--force")).isEqualTo(ExitCode.INPUT);
        assertThat(desk.complained()).contains("fix    ");
        assertThat(desk.json("status")).isEqualTo(before);
    }

    @Test
    void aBackupOfAnEarlierSchemaIsRestoredAndOneOfALaterSchemaIsNot() throws IOException {
        live();
        create("earlier.zip");
        create("later.zip");
        ofSchema("earlier.zip", "2");
        ofSchema("later.zip", "99");
        JsonNode before = desk.json("status").path("journeys");
        emptyStore();

        assertThat(desk.run("backup", "restore", file("later.zip"))).isEqualTo(ExitCode.INPUT);
        assertThat(desk.complained()).contains("The backup is of schema 99");
        assertThat(desk.run("backup", "restore", file("earlier.zip"))).isZero();

        assertThat(desk.json("status").path("journeys")).isEqualTo(before);
    }

    private void ofSchema(String name, String schema) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(folder.resolve(name))) {
            Path manifest = zip.getPath("backup.json");
            String now = Files.readString(manifest);
            String then = now.replaceFirst("\"schema\":\"\\d+\"", "\"schema\":\"" + schema + "\"");
            assertThat(then).isNotEqualTo(now);
            Files.writeString(manifest, then);
        }
    }

    private void live() {
        assertThat(desk.run("go-live")).isZero();
        assertThat(desk.run("sync", "--once")).as("%s", desk.complained()).isZero();
        desk.clock.advance(Duration.ofMinutes(10));
        assertThat(desk.run("sync", "--once")).isZero();
    }

    private void create(String name) {
        assertThat(desk.run("backup", "create", file(name)))
                .as("%s", desk.complained())
                .isZero();
        assertThat(desk.run("backup", "check", file(name))).isZero();
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private void emptyStore() throws IOException {
        Path config = folder.resolve("leadloop.yaml");
        Files.writeString(config, Files.readString(config).replace("./data/leadloop", "./other/leadloop"));
    }

    private String lead(int number) {
        return desk.lead(number).getOrDefault("Id", "");
    }

    private Set<String> keys() {
        return desk.simulators.salesforce().simulator().records("Lead").stream()
                .map(lead -> lead.getOrDefault("LeadLoop_Key__c", ""))
                .collect(Collectors.toSet());
    }

    private int handoffs() {
        return desk.simulators
                .salesforce()
                .simulator()
                .records("LeadLoop_Handoff__c")
                .size();
    }

    /** People of companies that nobody knows yet. */
    private void people(int number, long seed) {
        People all = SeedData.people(number, seed);
        List<SeededContact> others = all.contacts().stream().skip(1).toList();
        Planting.inHubSpot(
                new People(all.companies(), others), desk.simulators.hubSpot().simulator());
    }
}
