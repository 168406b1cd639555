package io.leadloop.app.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.fixtures.chaos.Chaos;
import io.leadloop.store.memory.MemoryStore;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Users edit both sides at once while faults strike, the store goes away and the process is killed. One thread: the same
 * seed plays the same run again.
 */
class ChaosTest {

    private static final int CONTACTS = 25;
    private static final int EDITS = 100;
    private static final int KILLS = 2;
    private static final Duration PATIENCE = Duration.ofMillis(400);
    private static final int HANG_MILLIS = 600;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {3, 13})
    void nothingIsLostAndNothingIsWrittenTwice(long seed) {
        AtomicReference<LoopSubject> loop = new AtomicReference<>();
        Chaos.Size size = Chaos.Size.inProcess(CONTACTS, EDITS, seed, KILLS, true, HANG_MILLIS);
        try (Chaos chaos = new Chaos(size, world -> {
            loop.set(new LoopSubject(world, new MemoryStore(), seed, PATIENCE));
            return loop.get();
        })) {
            Chaos.Outcome outcome = chaos.run(done -> {});
            assertThat(outcome.findings())
                    .as("seed %d, %s", seed, outcome.faults())
                    .isEmpty();
            assertThat(outcome.faults()).hasSizeGreaterThan(3);
            assertThat(outcome.account().compared()).isPositive();
        } finally {
            loop.get().close();
        }
    }
}
