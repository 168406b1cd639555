package io.leadloop.app.loop;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.leadloop.app.store.DataSources;
import io.leadloop.app.store.JdbcStore;
import io.leadloop.fixtures.chaos.Chaos;
import io.leadloop.ledger.Changes;
import io.leadloop.ledger.Entry;
import io.leadloop.ledger.EntryState;
import io.leadloop.ledger.Store;
import io.leadloop.store.memory.MemoryStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever strikes, an entry of the ledger moves only as the table of its states allows, as its store tells. */
class LedgerMovesTest {

    private static final Duration PATIENCE = Duration.ofMillis(400);

    private final Map<String, Integer> moves = new TreeMap<>();
    private final List<String> illegal = new ArrayList<>();

    @Test
    void inMemory() {
        storm(5, new MemoryStore());
    }

    @Test
    void onH2(@TempDir Path folder) {
        try (HikariDataSource source = DataSources.open("jdbc:h2:file:" + folder.resolve("leadloop"), "sa", "")) {
            storm(6, new JdbcStore(source));
        }
    }

    private void storm(long seed, Store store) {
        AtomicReference<LoopSubject> loop = new AtomicReference<>();
        Chaos.Size size = Chaos.Size.inProcess(25, 120, seed, 3, true, 600);
        try (Chaos chaos = new Chaos(size, world -> {
            loop.set(new LoopSubject(world, watched(store), seed, PATIENCE));
            return loop.get();
        })) {
            Chaos.Outcome outcome = chaos.run(done -> {});
            assertThat(outcome.findings()).as("seed %d", seed).isEmpty();
        } finally {
            loop.get().close();
        }
        assertThat(illegal).as("seed %d", seed).isEmpty();
        assertThat(moves.keySet())
                .as("seed %d", seed)
                .contains("PLANNED>IN_FLIGHT", "IN_FLIGHT>APPLIED", "IN_FLIGHT>UNKNOWN", "UNKNOWN>APPLIED")
                .hasSizeGreaterThan(5);
    }

    /** Compares what the store held before each commit with what it holds after it. */
    private Store watched(Store store) {
        return (Store) Proxy.newProxyInstance(
                Store.class.getClassLoader(), new Class<?>[] {Store.class}, (proxy, method, arguments) -> {
                    boolean commits = method.getName().equals("commit");
                    List<Entry> before = commits ? before(store, (Changes) arguments[0]) : List.of();
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    } finally {
                        before.forEach(
                                entry -> moved(entry, store.entry(entry.id()).orElseThrow()));
                    }
                });
    }

    private static List<Entry> before(Store store, Changes changes) {
        return changes.entries().keySet().stream()
                .flatMap(id -> store.entry(id).stream())
                .toList();
    }

    private void moved(Entry before, Entry after) {
        EntryState from = before.state();
        if (from != after.state()) {
            String move = from + ">" + after.state();
            moves.merge(move, 1, Integer::sum);
            if (!from.mayBecome(after.state())) {
                illegal.add(move + " of " + before.id());
            }
        }
    }
}
