package io.leadloop.app.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clocks go on between whole seconds, and Salesforce keeps whole ones only. */
class FractionsTest {

    private final Bench bench = new Bench(12, 7);

    @AfterEach
    void end() {
        bench.close();
    }

    @Test
    void aHandoffAtAFractionOfASecondIsWrittenOnce() {
        bench.clock.advance(Duration.ofMillis(900));
        bench.run();
        bench.clock.advance(Duration.ofMillis(1_700));
        bench.run();
        for (int pass = 0; pass < 3; pass++) {
            bench.clock.advance(Duration.ofMillis(2_300));
            assertThat(bench.run().written()).isZero();
        }
    }
}
