package io.leadloop.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.Kind;
import io.leadloop.canonical.ObjectType;
import io.leadloop.ledger.EntryState;
import io.leadloop.ledger.Store;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class KilledProcessTest {

    private static final int MANY = 1_000_000;

    @TempDir
    Path folder;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void h2KeepsAllThatWasCommittedWhenTheProcessHaltsAfterwards() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("leadloop");
        int last = 3 + random.nextInt(60);

        assertAllOrNothing(url, "sa", run(url, "sa", last, MANY), last);
    }

    @Test
    void h2KeepsAllThatWasCommittedWhenTheProcessIsKilledAtAnyPoint() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("leadloop");

        assertAllOrNothing(url, "sa", run(url, "sa", MANY, 3 + random.nextInt(60)), 0);
    }

    @Test
    void postgresKeepsAllThatWasCommittedWhenTheProcessHaltsOrIsKilled() throws Exception {
        try (Postgres server = new Postgres()) {
            server.start();
            String halted = server.newDatabase();
            int last = 3 + random.nextInt(60);
            assertAllOrNothing(halted, "postgres", run(halted, "postgres", last, MANY), last);

            String killed = server.newDatabase();
            assertAllOrNothing(killed, "postgres", run(killed, "postgres", MANY, 3 + random.nextInt(60)), 0);
        }
    }

    private static int run(String url, String user, int last, int killAfter) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CommitsUntilHalted.class.getName(),
                        url,
                        user,
                        Integer.toString(last))
                .redirectErrorStream(true)
                .start();
        int acknowledged = 0;
        List<String> other = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("committed ")) {
                    other.add(line);
                    continue;
                }
                acknowledged = Integer.parseInt(line.substring("committed ".length()));
                if (acknowledged == killAfter) {
                    child.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(acknowledged).as("%s", other).isPositive();
        return acknowledged;
    }

    private void assertAllOrNothing(String url, String user, int acknowledged, int expected) {
        try (HikariDataSource source = DataSources.open(url, user, "")) {
            Store store = new JdbcStore(source);
            int last = Integer.parseInt(store.setting("unit").orElse("0"));
            assertThat(last).as("seed %d", seed).isGreaterThanOrEqualTo(Math.max(acknowledged, expected));

            List<AggregateId> ids = IntStream.rangeClosed(1, last + 1)
                    .boxed()
                    .flatMap(unit ->
                            CommitsUntilHalted.unit(unit, CommitsUntilHalted.RECORDS).states().keySet().stream())
                    .toList();
            int records = last * CommitsUntilHalted.RECORDS;
            List<String> keys = ids.stream().map(id -> "in1-" + id.value()).toList();
            assertThat(store.load(ids)).as("seed %d", seed).hasSize(records);
            assertThat(store.find(
                            Kind.PERSON,
                            "email",
                            ids.stream()
                                    .map(id -> "email." + id.value() + "@leads.example")
                                    .toList()))
                    .as("seed %d", seed)
                    .hasSize(records);
            assertThat(store.linksByKey(new ConnectionId("crm"), new ObjectType("Lead"), keys))
                    .as("seed %d", seed)
                    .hasSize(records);
            assertThat(store.counts()).as("seed %d", seed).containsEntry(EntryState.PLANNED, (long) records);
        }
    }
}
