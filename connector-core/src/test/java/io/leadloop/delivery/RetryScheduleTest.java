package io.leadloop.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {

    private static final Failure DOWN = Failure.of(FailureKind.TRANSIENT, "X-1", "down");
    private final RetrySchedule schedule = new RetrySchedule(8);

    @ParameterizedTest
    @CsvSource({"0, 2", "1, 2", "2, 4", "3, 8", "8, 256", "9, 512", "10, 900", "1000, 900"})
    void theDelayDoublesUpToAQuarterOfAnHour(int tries, long seconds) {
        assertThat(schedule.delay(DOWN, tries)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void theVendorsHintIsFollowedHoweverLong() {
        assertThat(schedule.delay(DOWN.after(Duration.ofSeconds(1)), 6)).isEqualTo(Duration.ofSeconds(1));
        assertThat(schedule.delay(DOWN.after(Duration.ofHours(6)), 1)).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void itIsExhaustedAtTheLastTry() {
        assertThat(schedule.isExhausted(7)).isFalse();
        assertThat(schedule.isExhausted(8)).isTrue();
    }
}
