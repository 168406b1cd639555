package io.leadloop.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.app.config.ConfigurationFile;
import io.leadloop.app.engine.OpenStore;
import io.leadloop.canonical.Kind;
import io.leadloop.state.AggregateState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A store that the first schema's program left behind, opened by this one: 40 people, two accepted, one rejected with a
 * reason, one deleted, one whose writes wait. Its people are those that {@link Desk} plants, at the same ids.
 */
class UpgradeTest {

    private final Path folder;
    private final Desk desk;

    UpgradeTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        desk = new Desk(folder);
        Files.createDirectories(folder.resolve("data"));
        try (InputStream stored = Objects.requireNonNull(UpgradeTest.class.getResourceAsStream("/store-of-v1.zip"));
                ZipInputStream zip = new ZipInputStream(stored)) {
            assertThat(Objects.requireNonNull(zip.getNextEntry()).getName()).isEqualTo("leadloop.mv.db");
            Files.write(folder.resolve("data/leadloop.mv.db"), zip.readAllBytes());
        }
        desk.clock.advance(Duration.ofHours(4));
    }

    @AfterEach
    void end() {
        desk.close();
    }

    @Test
    void everybodyIsReadAndStandsWhereTheyStood() {
        JsonNode status = desk.json("status");
        assertThat(status.path("runState").asString()).isEqualTo("paused");
        assertThat(status.path("people").asLong()).isEqualTo(40);
        assertThat(status.path("journeys").path("ACCEPTED").asLong()).isEqualTo(2);
        assertThat(status.path("journeys").path("HANDED_OFF").asLong()).isEqualTo(8);
        assertThat(status.path("entries").path("APPLIED").asLong()).isEqualTo(79);
        assertThat(status.path("entries").path("PLANNED").asLong()).isEqualTo(2);
        for (AggregateState person : people()) {
            assertThat(desk.run("explain", person.id().value()))
                    .as(person.id().value())
                    .isZero();
        }
        assertThat(desk.run("errors", "list")).isZero();
        assertThat(desk.run("review", "list")).isZero();
    }

    @Test
    void aPassRunsOnIt() {
        assertThat(desk.run("sync", "--once")).as("%s", desk.complained()).isZero();
        assertThat(desk.run("sync", "--once", "--dry-run"))
                .as("%s", desk.complained())
                .isZero();
        assertThat(desk.json("status").path("people").asLong()).isEqualTo(40);
    }

    @Test
    void aBackupOfItIsRestoredIntoANewStore() {
        String file = folder.resolve("upgraded.zip").toString();
        assertThat(desk.run("backup", "create", file)).isZero();
        assertThat(desk.run("backup", "restore", file, "--force")).isZero();
        assertThat(desk.json("status").path("people").asLong()).isEqualTo(40);
    }

    private List<AggregateState> people() {
        try (OpenStore opened = OpenStore.of(ConfigurationFile.read(folder.resolve("leadloop.yaml"), Map.of()))) {
            return opened.store().scan(Kind.PERSON, Optional.empty(), 1_000);
        }
    }
}
