package io.leadloop.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadloop.failure.CallFailed;
import io.leadloop.failure.FailureKind;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GuardTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Reply SILENT = new Reply(200, Map.of(), "{}");

    /** A limit that is never reached, so that a refusal can only come from the one under test. */
    private static final int MANY = 1_000_000;

    private final Pacing impatient = new Pacing(true, 1, MANY, 1.0, 6, Duration.ZERO);

    @Test
    void aTurnIsGivenOncePerItsPartOfThePeriod() {
        Pace pace = new Pace("test", 1, HOUR, 1.0, Duration.ZERO);

        assertThat(pace.turn()).isTrue();
        assertThat(pace.turn()).isFalse();
    }

    @Test
    void aLimitThatIsToldAgainChangesNothing() {
        Pace pace = new Pace("test", 1, HOUR, 1.0, Duration.ZERO);
        pace.turn();

        pace.learn(1, HOUR);
        assertThat(pace.turn()).isFalse();

        pace.learn(2, HOUR);
        assertThat(pace.turn()).isTrue();
    }

    @Test
    void aCallBeyondThePaceIsRefusedBeforeItIsSent() throws IOException {
        Guard guard = new Guard("test", impatient);
        guard.run(Call.Purpose.READ, () -> SILENT);

        assertThatThrownBy(() -> guard.run(Call.Purpose.READ, () -> {
                    throw new AssertionError("sent");
                }))
                .isInstanceOfSatisfying(CallFailed.class, failed -> {
                    assertThat(failed.failure().kind()).isEqualTo(FailureKind.THROTTLED);
                    assertThat(failed.failure().code()).isEqualTo("LOCAL_RATE");
                });
    }

    @Test
    void theLimitOfTheSubscriptionIsLearnedFromAnAnswer() throws IOException {
        Guard guard = new Guard("test", impatient);
        Reply telling = new Reply(
                200,
                Map.of("x-hubspot-ratelimit-max", "190", "x-hubspot-ratelimit-interval-milliseconds", "10000"),
                "{}");

        guard.run(Call.Purpose.READ, () -> telling);

        assertThat(guard.run(Call.Purpose.READ, () -> SILENT)).isEqualTo(SILENT);
    }

    @Test
    void anAnswerThatTellsNoLimitChangesNone() throws IOException {
        Guard guard = new Guard("test", impatient);
        Reply odd = new Reply(
                200, Map.of("x-hubspot-ratelimit-max", "0", "x-hubspot-ratelimit-interval-milliseconds", "soon"), "{}");
        guard.run(Call.Purpose.READ, () -> odd);

        assertThatThrownBy(() -> guard.run(Call.Purpose.READ, () -> SILENT)).isInstanceOf(CallFailed.class);
    }
}
