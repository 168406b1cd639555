package io.leadloop.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadloop.failure.CallFailed;
import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import io.leadloop.intake.InternalChange;
import io.leadloop.ledger.EntryState;
import io.leadloop.spi.WriteOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Was it applied? Nothing is sent again before that is known. */
class LostReplyTest {

    private static final Failure LOST = Failure.of(FailureKind.UNKNOWN_OUTCOME, "X-LOST", "no reply");

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final DeliveryBench bench = new DeliveryBench();

    @Test
    void aRecordWhoseReplyWasLostIsFoundByItsKeyAdoptedAndReadAgain() {
        String id = bench.create("dana");
        bench.vendor.after.add(applied -> new WriteOutcome.Unknown(LOST));
        bench.deliver();
        assertThat(bench.entry(id).state()).isEqualTo(EntryState.UNKNOWN);
        assertThat(bench.deliver()).isZero();

        assertThat(bench.findOut()).isEqualTo(1);

        assertThat(bench.entry(id).state()).isEqualTo(EntryState.APPLIED);
        assertThat(bench.store.links(List.of(DeliveryBench.ref("00Q0")))).hasSize(1);
        assertThat(bench.facet("dana").agreed()).isEmpty();
        assertThat(bench.store.due(bench.now, 10))
                .extracting(InternalChange::kind)
                .containsExactly(InternalChange.Kind.READ_AGAIN);
        assertThat(bench.vendor.records).hasSize(1);
    }

    @Test
    void whatWasNotAppliedIsReleasedAndSentOnce() {
        String id = bench.create("dana");
        loseTheCall();
        bench.deliver();

        assertThat(bench.findOut()).isEqualTo(1);
        assertThat(bench.entry(id).state()).isEqualTo(EntryState.PLANNED);
        assertThat(bench.deliver()).isZero();
        bench.wait(Duration.ofSeconds(2));
        assertThat(bench.deliver()).isEqualTo(1);

        assertThat(bench.entry(id).state()).isEqualTo(EntryState.APPLIED);
        assertThat(bench.vendor.records).hasSize(1);
        assertThat(bench.deliver() + bench.findOut()).isZero();
    }

    @Test
    void anUpdateIsFoundOutByReadingTheRecord() {
        String applied = bench.update("dana");
        bench.vendor.after.add(outcome -> new WriteOutcome.Unknown(LOST));
        bench.deliver();
        String lost = bench.update("omar");
        loseTheCall();
        bench.deliver();

        assertThat(bench.findOut()).isEqualTo(2);

        assertThat(bench.entry(applied).state()).isEqualTo(EntryState.APPLIED);
        assertThat(bench.entry(lost).state()).isEqualTo(EntryState.PLANNED);
    }

    @Test
    void anUpdateOfARecordThatIsGoneIsPlannedAnew() {
        String id = bench.update("dana");
        bench.vendor.after.add(outcome -> new WriteOutcome.Unknown(LOST));
        bench.deliver();
        bench.vendor.records.clear();

        bench.findOut();

        assertThat(bench.entry(id).state()).isEqualTo(EntryState.SUPERSEDED);
        assertThat(bench.store.due(bench.now, 10))
                .extracting(InternalChange::kind)
                .containsExactly(InternalChange.Kind.READ_AGAIN);
    }

    @Test
    void whileTheVendorIsDownNothingIsAssumed() {
        String id = bench.create("dana");
        bench.vendor.after.add(applied -> new WriteOutcome.Unknown(LOST));
        bench.deliver();
        bench.vendor.beforeReading.add(() -> {
            throw new CallFailed(Failure.of(FailureKind.TRANSIENT, "X-1", "down"));
        });

        assertThat(bench.findOut()).isZero();
        assertThat(bench.entry(id).state()).isEqualTo(EntryState.UNKNOWN);

        assertThat(bench.findOut()).isEqualTo(1);
        assertThat(bench.entry(id).state()).isEqualTo(EntryState.APPLIED);
    }

    @Test
    void whatAKilledProcessLeftIsFoundOutOnceItsLeaseIsOver() {
        String id = bench.create("dana");
        bench.vendor.after.add(applied -> {
            throw new Killed();
        });
        assertThatThrownBy(bench::deliver).isInstanceOf(Killed.class);
        assertThat(bench.entry(id).state()).isEqualTo(EntryState.IN_FLIGHT);

        assertThat(bench.deliver() + bench.findOut()).isZero();
        bench.wait(Duration.ofMinutes(5).plusMillis(1));
        assertThat(bench.findOut()).isEqualTo(1);

        assertThat(bench.entry(id).state()).isEqualTo(EntryState.APPLIED);
        assertThat(bench.vendor.records).hasSize(1);
    }

    @Test
    void aProcessThatIsStartedAgainNeedNotWaitForItsOwnLease() {
        String id = bench.create("dana");
        bench.vendor.before.add(() -> {
            throw new Killed();
        });
        assertThatThrownBy(bench::deliver).isInstanceOf(Killed.class);

        assertThat(bench.delivery("one").findOut(Instant.MAX, 100)).isEqualTo(1);

        assertThat(bench.entry(id).state()).isEqualTo(EntryState.PLANNED);
        assertThat(bench.vendor.records).isEmpty();
    }

    private void loseTheCall() {
        bench.vendor.before.add(() -> {
            throw new CallFailed(LOST);
        });
    }
}
