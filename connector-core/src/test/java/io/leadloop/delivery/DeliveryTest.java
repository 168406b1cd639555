package io.leadloop.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.ObjectType;
import io.leadloop.failure.CallFailed;
import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import io.leadloop.intake.InternalChange;
import io.leadloop.ledger.Changes;
import io.leadloop.ledger.EntryState;
import io.leadloop.spi.WriteOutcome;
import io.leadloop.spi.WriteRequest;
import io.leadloop.state.Agreed;
import io.leadloop.state.Fact;
import io.leadloop.state.Standing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DeliveryTest {

    private final DeliveryBench bench = new DeliveryBench();

    @Test
    void aCreatedRecordIsLinkedItsValuesAreAgreedAndItsPersonHearsOfIt() {
        String id = bench.create("dana");

        assertThat(bench.deliver()).isEqualTo(1);

        assertThat(bench.entry(id).state()).isEqualTo(EntryState.APPLIED);
        assertThat(bench.store.links(List.of(DeliveryBench.ref("00Q0")))).hasSize(1);
        assertThat(bench.facet("dana")).satisfies(facet -> {
            assertThat(facet.ref()).isEqualTo(DeliveryBench.ref("00Q0"));
            assertThat(facet.standing()).isEqualTo(Standing.PRIMARY);
            assertThat(facet.agreed())
                    .containsEntry(
                            DeliveryBench.TITLE,
                            Agreed.written(new FieldValue.Text("COO"), FieldValue.BLANK, DeliveryBench.START));
        });
        assertThat(due()).containsExactly("DELIVERED created");
        assertThat(bench.deliver()).isZero();
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource({
        "TRANSIENT, PLANNED, PLANNED",
        "THROTTLED, PLANNED, PLANNED",
        "UNAUTHENTICATED, HELD, HELD",
        "FORBIDDEN, QUARANTINED, QUARANTINED",
        "NOT_FOUND, QUARANTINED, SUPERSEDED",
        "CONFLICT, QUARANTINED, SUPERSEDED",
        "INVALID, QUARANTINED, QUARANTINED",
        "UNKNOWN_OUTCOME, UNKNOWN, UNKNOWN",
        "MISCONFIGURED, QUARANTINED, QUARANTINED",
        "INTERNAL, QUARANTINED, QUARANTINED",
    })
    void everyFailureHasItsPlace(FailureKind kind, EntryState ofCreate, EntryState ofUpdate) {
        Failure failure = Failure.of(kind, "X-1", "refused");
        String create = bench.create("dana");
        String update = bench.update("omar");
        bench.vendor.after.add(applied -> new WriteOutcome.Rejected(failure));
        bench.vendor.after.add(applied -> new WriteOutcome.Rejected(failure));

        bench.deliver();

        assertThat(bench.entry(create).state()).isEqualTo(ofCreate);
        assertThat(bench.entry(update).state()).isEqualTo(ofUpdate);
        assertThat(bench.entry(update).failure()).contains(failure);
        assertThat(due())
                .isEqualTo(ofUpdate == EntryState.SUPERSEDED ? List.of("READ_AGAIN crm/Lead/00Q-omar") : List.of());
    }

    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void aCallThatFailsAsAWholeFailsEachOfItsRows(FailureKind kind) {
        bench.create("dana");
        bench.create("omar");
        bench.vendor.before.add(() -> {
            throw new CallFailed(Failure.of(kind, "X-1", "down"));
        });

        bench.deliver();

        assertThat(bench.store.counts()).hasSize(1).doesNotContainKeys(EntryState.IN_FLIGHT, EntryState.APPLIED);
        assertThat(bench.store.counts()).containsValue(2L);
    }

    @Test
    void oneBadRowDoesNotHinderItsNeighbour() {
        String bad = bench.create("dana");
        String good = bench.create("omar");
        bench.vendor.after.add(
                outcome -> ((WriteOutcome.Applied) outcome).ref().id().equals("00Q0")
                        ? new WriteOutcome.Rejected(Failure.of(FailureKind.INVALID, "STRING_TOO_LONG", "Title"))
                        : outcome);

        bench.deliver();

        assertThat(bench.entry(bad).state()).isEqualTo(EntryState.QUARANTINED);
        assertThat(bench.entry(good).state()).isEqualTo(EntryState.APPLIED);
    }

    @Test
    void aTransientFailureIsTriedAgainAfterTheScheduleAndNotBefore() {
        String id = bench.create("dana");
        refuse(FailureKind.TRANSIENT);
        bench.deliver();

        bench.wait(Duration.ofMillis(1999));
        assertThat(bench.deliver()).isZero();
        bench.wait(Duration.ofMillis(1));
        assertThat(bench.deliver()).isEqualTo(1);

        assertThat(bench.entry(id).state()).isEqualTo(EntryState.APPLIED);
        assertThat(bench.entry(id).tries()).isEqualTo(2);
    }

    @Test
    void afterTheLastTryAPersonIsAsked() {
        String id = bench.create("dana");
        for (int i = 0; i < DeliveryBench.MOST_TRIES; i++) {
            refuse(FailureKind.TRANSIENT);
            assertThat(bench.entry(id).state()).isEqualTo(EntryState.PLANNED);
            assertThat(bench.deliver()).isEqualTo(1);
            bench.wait(Duration.ofMinutes(15));
        }

        assertThat(bench.entry(id).state()).isEqualTo(EntryState.QUARANTINED);
        assertThat(bench.deliver()).isZero();
    }

    @Test
    void whatMayNoLongerLeaveIsHeldAndNotSent() {
        String held = bench.create("dana");
        String sent = bench.create("omar");
        bench.mayLeave = (entry, state) -> !state.id().equals(DeliveryBench.person("dana"));

        assertThat(bench.deliver()).isEqualTo(1);

        assertThat(bench.entry(held).state()).isEqualTo(EntryState.HELD);
        assertThat(bench.entry(held).failure().orElseThrow().code()).isEqualTo("LL-POLICY");
        assertThat(bench.entry(sent).state()).isEqualTo(EntryState.APPLIED);
        assertThat(bench.vendor.records).hasSize(1);
    }

    @Test
    void aBatchHasOneObjectAndOneOperationAndIsNoLargerThanTheVendorTakes() {
        for (int i = 0; i < 5; i++) {
            bench.create("lead" + i);
            bench.update("known" + i);
            bench.create("contact" + i, new ObjectType("Contact"));
        }

        assertThat(bench.deliver()).isEqualTo(15);

        assertThat(bench.vendor.calls).hasSize(9).allSatisfy(call -> {
            assertThat(call).hasSizeLessThanOrEqualTo(FakeVendor.BATCH_SIZE);
            assertThat(call.stream().map(WriteRequest::type).distinct()).hasSize(1);
            assertThat(call.stream().map(WriteRequest::getClass).distinct()).hasSize(1);
        });
    }

    @Test
    void ofTwoWorkersThatSeeTheSameEntryOneSendsIt() {
        bench.create("dana");
        Delivery other = bench.delivery("two");
        bench.mayLeave = (entry, state) -> {
            bench.mayLeave = (again, same) -> true;
            assertThat(other.deliver(100)).isEqualTo(1);
            return true;
        };

        assertThat(bench.deliver()).isZero();

        assertThat(bench.vendor.calls).hasSize(1);
        assertThat(bench.vendor.records).hasSize(1);
    }

    @Test
    void whatTheVendorHasDoneIsWrittenDownThoughThePersonChangedMeanwhile() {
        String id = bench.create("dana");
        Fact fact = new Fact(
                new FieldValue.Text("Dana"),
                Optional.empty(),
                DeliveryBench.START,
                DeliveryBench.START,
                DeliveryBench.START,
                "newest",
                "person.yaml:3:1");
        bench.vendor.before.add(
                () -> bench.store.commit(new Changes().state(bench.state("dana").withFact("firstName", fact))));

        bench.deliver();

        assertThat(bench.entry(id).state()).isEqualTo(EntryState.APPLIED);
        assertThat(bench.state("dana").facts()).containsKey("firstName");
        assertThat(bench.state("dana").facets()).hasSize(1);
    }

    private void refuse(FailureKind kind) {
        bench.vendor.before.add(() -> {
            throw new CallFailed(Failure.of(kind, "X-1", "down"));
        });
    }

    private List<String> due() {
        return bench.store.due(bench.now, 10).stream()
                .map((InternalChange change) -> change.kind() + " " + change.detail())
                .toList();
    }
}
