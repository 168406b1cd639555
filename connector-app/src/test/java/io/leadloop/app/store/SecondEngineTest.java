package io.leadloop.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.leadloop.app.backup.BackupFile;
import io.leadloop.app.backup.Restoring;
import io.leadloop.app.config.Configuration;
import io.leadloop.app.config.ConfigurationFile;
import io.leadloop.app.engine.LeaseWait;
import io.leadloop.app.engine.OpenStore;
import io.leadloop.ledger.Changes;
import io.leadloop.ledger.EntryState;
import io.leadloop.ledger.FenceLost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two programs at one PostgreSQL database, and one that moves there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class SecondEngineTest {

    private final Postgres server = new Postgres();

    @BeforeAll
    void start() {
        server.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void theSecondOneWaitsAndTakesOverWhenTheFirstEnds(@TempDir Path folder) throws Exception {
        Configuration configuration = at(folder, server.newDatabase());
        List<String> told = new CopyOnWriteArrayList<>();
        CountDownLatch waits = new CountDownLatch(1);
        try (OpenStore second = OpenStore.of(configuration)) {
            CompletableFuture<Boolean> taken;
            try (OpenStore first = OpenStore.of(configuration)) {
                first.lease();
                taken = CompletableFuture.supplyAsync(() -> take(second, new CountDownLatch(1), line -> {
                    told.add(line);
                    waits.countDown();
                }));
                assertThat(waits.await(30, TimeUnit.SECONDS)).isTrue();
                assertThat(taken).isNotDone();
                first.lease();
            }
            assertThat(taken.get(30, TimeUnit.SECONDS)).isTrue();
            assertThat(told).hasSize(1).first().asString().contains("waiting until it ends");
        }
    }

    @Test
    void theSecondOneTakesOverWhenTheLeaseOfAKilledOneRanOutAndTheFirstCanCommitNoMore(@TempDir Path folder)
            throws Exception {
        String url = server.newDatabase();
        Configuration configuration = at(folder, url);
        try (OpenStore first = OpenStore.of(configuration);
                OpenStore second = OpenStore.of(configuration)) {
            first.lease();
            try (var source = DataSources.open(url, "postgres", "")) {
                new JdbcTemplate(source).update("UPDATE lease SET held_until = 1");
            }
            assertThat(take(second, new CountDownLatch(1), line -> {})).isTrue();
            assertThatExceptionOfType(FenceLost.class)
                    .isThrownBy(() -> first.store().commit(new Changes().setting("who", "first")));
            second.store().commit(new Changes().setting("who", "second"));
            assertThat(second.store().setting("who")).contains("second");
        }
    }

    @Test
    void oneThatIsStoppedWhileItWaitsEndsWithoutTheLease(@TempDir Path folder) throws Exception {
        Configuration configuration = at(folder, server.newDatabase());
        CountDownLatch stop = new CountDownLatch(1);
        try (OpenStore first = OpenStore.of(configuration);
                OpenStore second = OpenStore.of(configuration)) {
            first.lease();
            assertThat(take(second, stop, line -> stop.countDown())).isFalse();
        }
    }

    @Test
    void aStoreMovesFromH2ToPostgresAndBackWithoutLosingARow(@TempDir Path folder) throws Exception {
        Configuration embedded = at(folder, "jdbc:h2:file:./data/leadloop");
        Configuration serverSide = at(folder, server.newDatabase());
        Configuration again = at(folder, "jdbc:h2:file:./again/leadloop");
        for (int unit = 1; unit <= 3; unit++) {
            try (OpenStore opened = OpenStore.of(embedded)) {
                opened.store().commit(CommitsUntilHalted.unit(unit, CommitsUntilHalted.RECORDS));
            }
        }
        Map<String, Long> rows = move(embedded, serverSide, folder.resolve("one.zip"));
        assertThat(rows.getOrDefault("state", 0L)).isEqualTo(3L * CommitsUntilHalted.RECORDS);
        assertThat(move(serverSide, again, folder.resolve("two.zip"))).isEqualTo(rows);
        try (OpenStore opened = OpenStore.of(again)) {
            assertThat(opened.store().counts())
                    .containsOnly(Map.entry(EntryState.UNKNOWN, 3L * CommitsUntilHalted.RECORDS));
            opened.store().commit(CommitsUntilHalted.unit(4, CommitsUntilHalted.RECORDS));
        }
    }

    private static Map<String, Long> move(Configuration from, Configuration to, Path file) {
        BackupFile backup = new BackupFile(file);
        try (OpenStore opened = OpenStore.of(from)) {
            backup.write(opened, Instant.EPOCH);
        }
        try (OpenStore opened = OpenStore.of(to)) {
            Restoring restoring = new Restoring(opened);
            assertThat(restoring.isEmpty()).isTrue();
            restoring.from(backup, Instant.EPOCH);
            return opened.facts().rows();
        }
    }

    private static boolean take(OpenStore opened, CountDownLatch stop, Consumer<String> told) {
        try {
            return new LeaseWait(opened, Duration.ofMillis(20)).take(stop, told);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Configuration at(Path folder, String url) throws IOException {
        Path file = folder.resolve("leadloop.yaml");
        Files.writeString(file, """
                store: { url: "%s", user: %s }
                connections:
                  crm: { url: "http://127.0.0.1:1", auth: { client-id: a, client-secret: b } }
                  marketing: { url: "http://127.0.0.1:1", auth: { token: c } }
                """.formatted(url, url.startsWith("jdbc:h2") ? "sa" : "postgres"));
        return ConfigurationFile.read(file, Map.of());
    }
}
