package io.leadloop.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.RecordRef;
import io.leadloop.failure.CallFailed;
import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import io.leadloop.fixtures.hubspot.HubSpotOptions;
import io.leadloop.fixtures.simulator.Fault;
import io.leadloop.spi.RecordVersion;
import io.leadloop.spi.WriteOutcome;
import io.leadloop.spi.WriteRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TroubleTest {

    private static final int MANY = 20;

    private static final HubSpotCredentials OAUTH =
            new HubSpotCredentials.OAuth("sim-client", new Secret("sim-secret"), new Secret("sim-refresh"));

    @Test
    void aConnectionThatBreaksBeforeAnAnswerMayHaveWrittenAndTheRepeatWritesOnce() {
        try (HubSpotSandbox portal = HubSpotSandbox.open()) {
            portal.adapter().account();
            portal.fault(Fault.once("reset-before", "contacts/batch/create", Map.of()));

            assertThat(write(portal, create("one", "key-1"))).isInstanceOf(WriteOutcome.Unknown.class);
            assertThat(write(portal, create("one", "key-1"))).isInstanceOf(WriteOutcome.Applied.class);
            assertThat(portal.count(HubSpotSandbox.KEY, "key-1")).isEqualTo(1);
        }
    }

    @Test
    void twoRowsOfOneRecordGoInTwoCallsBecauseHubSpotTakesAnIdOnce() {
        try (HubSpotSandbox portal = HubSpotSandbox.open()) {
            RecordRef ref = portal.create("one", Map.of());

            List<WriteOutcome> outcomes =
                    portal.adapter().writer().write(List.of(update(ref, "first"), update(ref, "second")));

            assertThat(outcomes).hasOnlyElementsOfType(WriteOutcome.Applied.class);
            assertThat(portal.stored(ref, HubSpotSandbox.TEXT)).isEqualTo("second");
            assertThat(portal.calls("contacts/batch/update")).isEqualTo(2);
        }
    }

    @Test
    void manyRowsGoSideBySideAHundredACallEachCallWithItsOwnLook() {
        try (HubSpotSandbox portal = HubSpotSandbox.open()) {
            List<RecordRef> refs = contacts(portal, 250);
            RecordVersion read = portal.adapter()
                    .reader()
                    .read(portal.subject().projection(), refs.subList(130, 131))
                    .get(0)
                    .version();
            List<WriteRequest> batch = new ArrayList<>();
            refs.forEach(ref -> batch.add(update(ref, "ours " + ref.id())));
            batch.set(
                    130,
                    new WriteRequest.Update(
                            refs.get(130),
                            Map.of(HubSpotSandbox.TEXT, new FieldValue.Text("ours")),
                            Optional.of(read)));
            portal.clock().advance(Duration.ofSeconds(5));
            portal.edit(refs.get(130), HubSpotSandbox.TEXT, "typed by a rep");

            List<WriteOutcome> outcomes = portal.adapter().writer().write(batch);

            assertThat(portal.calls("contacts/batch/update")).isEqualTo(3);
            assertThat(portal.calls("contacts/batch/read"))
                    .as("ours above, and one look of the call that expects")
                    .isEqualTo(2);
            for (int i = 0; i < refs.size(); i++) {
                RecordRef ref = refs.get(i);
                if (i == 130) {
                    assertThat(outcomes.get(i))
                            .isInstanceOfSatisfying(
                                    WriteOutcome.Rejected.class,
                                    row -> assertThat(row.failure().kind()).isEqualTo(FailureKind.CONFLICT));
                    assertThat(portal.stored(ref, HubSpotSandbox.TEXT)).isEqualTo("typed by a rep");
                } else {
                    assertThat(((WriteOutcome.Applied) outcomes.get(i)).ref()).isEqualTo(ref);
                    assertThat(portal.stored(ref, HubSpotSandbox.TEXT)).isEqualTo("ours " + ref.id());
                }
            }
        }
    }

    @Test
    void aCallThatFailsAmongOthersRefusesItsRowsAlone() {
        try (HubSpotSandbox portal = HubSpotSandbox.open()) {
            List<RecordRef> refs = contacts(portal, 250);
            portal.fault(Fault.once("secondly", "contacts/batch/update", Map.of()));

            List<WriteOutcome> outcomes = portal.adapter()
                    .writer()
                    .write(refs.stream().map(ref -> update(ref, "new")).toList());

            assertThat(outcomes.stream().filter(WriteOutcome.Rejected.class::isInstance))
                    .hasSizeBetween(50, 100);
            for (int i = 0; i < refs.size(); i++) {
                assertThat(portal.stored(refs.get(i), HubSpotSandbox.TEXT).equals("new"))
                        .isEqualTo(outcomes.get(i) instanceof WriteOutcome.Applied);
            }
        }
    }

    private static List<RecordRef> contacts(HubSpotSandbox portal, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> portal.create("many" + i, Map.of()))
                .toList();
    }

    @Test
    void twoCreatesOfOneKeyInABatchMakeOneRecord() {
        try (HubSpotSandbox portal = HubSpotSandbox.open()) {
            List<WriteOutcome> outcomes =
                    portal.adapter().writer().write(List.of(create("one", "key-1"), create("two", "KEY-1")));

            assertThat(outcomes).hasOnlyElementsOfType(WriteOutcome.Applied.class);
            assertThat(portal.count(HubSpotSandbox.KEY, "key-1")).isEqualTo(1);
        }
    }

    @Test
    void anAddressThatAnotherRecordHoldsIsAConflictAndChangesNothing() {
        try (HubSpotSandbox portal = HubSpotSandbox.open()) {
            RecordRef theirs = portal.create("held", Map.of(HubSpotSandbox.TEXT, "typed by a rep"));

            WriteOutcome outcome = write(portal, create("held", "key-1"));

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            WriteOutcome.Rejected.class,
                            rejected -> assertThat(rejected.failure().kind()).isEqualTo(FailureKind.CONFLICT));
            assertThat(portal.stored(theirs, HubSpotSandbox.TEXT)).isEqualTo("typed by a rep");
            assertThat(portal.stored(theirs, HubSpotSandbox.KEY)).isEmpty();
        }
    }

    @Test
    void aFieldThatThePortalRequiresIsNamedAndItsNeighboursAreMade() {
        try (HubSpotSandbox portal = HubSpotSandbox.open()) {
            portal.fault(Fault.once("required", "", Map.of("type", "contact", "properties", "jobtitle")));
            WriteRequest bare = new WriteRequest.Create(
                    HubSpotSandbox.CONTACT, HubSpotSandbox.KEY, "key-1", portal.minimum("bare"));

            List<WriteOutcome> outcomes = portal.adapter().writer().write(List.of(bare, create("whole", "key-2")));

            assertThat(outcomes.get(0)).isInstanceOfSatisfying(WriteOutcome.Rejected.class, rejected -> {
                assertThat(rejected.failure().kind()).isEqualTo(FailureKind.INVALID);
                assertThat(rejected.failure().detail()).contains("jobtitle");
            });
            assertThat(outcomes.get(1)).isInstanceOf(WriteOutcome.Applied.class);
        }
    }

    @Test
    void theDailyLimitLastsUntilMidnightOfTheAccount() {
        try (HubSpotSandbox portal = HubSpotSandbox.open()) {
            portal.adapter().account();

            Failure failure = portal.failedRead(Fault.once("daily", "", Map.of()));

            Instant midnightInBerlin = Instant.parse("2026-04-01T22:00:00Z");
            assertThat(failure.retryAfter())
                    .contains(Duration.between(portal.clock().instant(), midnightInBerlin));
        }
    }

    @Test
    void aPortalThatMovesSaysHowLong() {
        try (HubSpotSandbox portal = HubSpotSandbox.open()) {
            portal.adapter().account();

            assertThat(portal.failedRead(Fault.once("migration", "", Map.of("retry-after", "7200")))
                            .retryAfter())
                    .contains(Duration.ofHours(2));
        }
    }

    @Test
    void theSearchLimitIsOverInASecond() {
        try (HubSpotSandbox portal = HubSpotSandbox.open()) {
            portal.fault(Fault.once("secondly", "contacts/search", Map.of()));

            CallFailed failed = catchThrowableOfType(
                    CallFailed.class,
                    () -> portal.adapter()
                            .reader()
                            .find(portal.subject().projection(), HubSpotSandbox.TEXT, List.of("anything")));

            assertThat(failed.failure().kind()).isEqualTo(FailureKind.THROTTLED);
            assertThat(failed.failure().retryAfter()).contains(Duration.ofSeconds(1));
        }
    }

    @Test
    void aTokenThatRanOutIsRenewedOnceByOneOfTwentyThreads() throws Exception {
        try (HubSpotSandbox portal = HubSpotSandbox.open(HubSpotOptions.defaults(), TroubleTest::byOAuth)) {
            RecordRef ref = portal.create("one", Map.of());
            readByMany(portal, ref);
            assertThat(portal.calls("oauth/token")).isEqualTo(1);
            portal.fault(Fault.once("expire-tokens", "", Map.of()));
            readByMany(portal, ref);

            assertThat(portal.calls("oauth/token")).isEqualTo(2);
        }
    }

    @Test
    void aTokenIsRenewedByTheClockBeforeItRunsOut() {
        try (HubSpotSandbox portal = HubSpotSandbox.open(HubSpotOptions.defaults(), TroubleTest::byOAuth)) {
            portal.adapter().account();
            portal.pass(Duration.ofMinutes(26));
            portal.adapter().account();

            assertThat(portal.calls("oauth/token")).isEqualTo(2);
            assertThat(portal.calls("account-info")).isEqualTo(2);
        }
    }

    @Test
    void aRevokedInstallationNeedsAPerson() {
        try (HubSpotSandbox portal = HubSpotSandbox.open(HubSpotOptions.defaults(), TroubleTest::byOAuth)) {
            portal.fault(Fault.once("revoke-tokens", "", Map.of()));

            CallFailed failed = catchThrowableOfType(
                    CallFailed.class, () -> portal.adapter().account());

            assertThat(failed.failure().kind()).isEqualTo(FailureKind.UNAUTHENTICATED);
            assertThat(failed.failure().code()).isEqualTo("BAD_REFRESH_TOKEN");
            assertThat(failed.toString()).doesNotContain("sim-refresh").doesNotContain("sim-secret");
        }
    }

    @Test
    void aPortalThatIsDownIsLeftAloneAfterTenCalls() {
        try (HubSpotSandbox portal = HubSpotSandbox.open()) {
            portal.adapter().account();
            portal.fault(new Fault("html", "", 0, 100, Map.of()));

            List<String> codes = IntStream.range(0, 12)
                    .mapToObj(number -> codeOfFailedRead(portal))
                    .toList();

            assertThat(codes).endsWith("CIRCUIT_OPEN").startsWith("HTTP_503");
        }
    }

    private static String codeOfFailedRead(HubSpotSandbox portal) {
        return catchThrowableOfType(
                        CallFailed.class,
                        () -> portal.adapter().reader().read(portal.subject().projection(), List.of(portal.missing())))
                .failure()
                .code();
    }

    private static void readByMany(HubSpotSandbox portal, RecordRef ref) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(MANY);
        CountDownLatch together = new CountDownLatch(MANY);
        List<Future<Integer>> reads = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            reads.add(threads.submit(() -> {
                together.countDown();
                together.await();
                return portal.adapter()
                        .reader()
                        .read(portal.subject().projection(), List.of(ref))
                        .size();
            }));
        }
        for (Future<Integer> read : reads) {
            assertThat(read.get()).isEqualTo(1);
        }
        threads.shutdown();
    }

    private static HubSpotConfig byOAuth(HubSpotConfig config) {
        return HubSpotConfig.of(config.connection(), config.baseUrl(), OAUTH).with(Pacing.unlimited());
    }

    private static WriteOutcome write(HubSpotSandbox portal, WriteRequest request) {
        return portal.adapter().writer().write(List.of(request)).get(0);
    }

    private static WriteRequest update(RecordRef ref, String text) {
        return new WriteRequest.Update(ref, Map.of(HubSpotSandbox.TEXT, new FieldValue.Text(text)), Optional.empty());
    }

    private static WriteRequest create(String mark, String key) {
        Map<FieldName, FieldValue> fields = new HashMap<>();
        fields.put(HubSpotSandbox.EMAIL, new FieldValue.Text(mark + "@contract.example"));
        fields.put(HubSpotSandbox.TEXT, new FieldValue.Text("text"));
        return new WriteRequest.Create(HubSpotSandbox.CONTACT, HubSpotSandbox.KEY, key, fields);
    }
}
