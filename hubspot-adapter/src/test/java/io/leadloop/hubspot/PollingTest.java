package io.leadloop.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.RecordRef;
import io.leadloop.fixtures.hubspot.HubSpotOptions;
import io.leadloop.fixtures.simulator.UserEdit;
import io.leadloop.spi.ChangeCursor;
import io.leadloop.spi.ChangePage;
import io.leadloop.spi.ChangeSource;
import io.leadloop.spi.Retired;
import io.leadloop.spi.VendorRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PollingTest {

    private ChangeCursor cursor = new ChangeCursor("");

    @Test
    void anIdlePollIsOneCall() {
        try (HubSpotSandbox portal = HubSpotSandbox.open(
                HubSpotOptions.defaults(), config -> config.with(HubSpotSandbox.POLLING.withArchivedEvery(0)))) {
            for (int number = 0; number < 250; number++) {
                portal.create("many" + number, Map.of());
            }
            cursor = source(portal).start(Instant.EPOCH);
            drain(portal);
            portal.pass(Duration.ofMinutes(5));
            drain(portal);
            long before = portal.calls();

            ChangePage idle = source(portal).poll(cursor, 100);

            assertThat(idle.changes()).isEmpty();
            assertThat(idle.more()).isFalse();
            assertThat(idle.next()).isEqualTo(cursor);
            assertThat(portal.calls() - before).isEqualTo(1);
        }
    }

    @Test
    void aLargePageTakesSeveralListCallsAndIsWholeAllTheSame() {
        try (HubSpotSandbox portal = HubSpotSandbox.open()) {
            for (int number = 0; number < 350; number++) {
                portal.create("many" + number, Map.of());
            }
            cursor = source(portal).start(Instant.EPOCH);

            ChangePage page = source(portal).poll(cursor, 250);
            ChangePage rest = source(portal).poll(page.next(), 250);

            assertThat(page.changes()).hasSize(250);
            assertThat(page.more()).isTrue();
            assertThat(rest.changes()).hasSize(100).doesNotContainAnyElementsOf(page.changes());
            assertThat(portal.calls("contacts/list")).isEqualTo(4);
        }
    }

    @Test
    void whatWasDeliveredIsNotReadAgainWhileTheOverlapShowsIt() {
        try (HubSpotSandbox portal = HubSpotSandbox.open()) {
            portal.create("one", Map.of());
            cursor = source(portal).start(Instant.EPOCH);
            drain(portal);

            assertThat(drain(portal)).isEmpty();
            assertThat(portal.calls("contacts/batch/read")).isZero();
        }
    }

    @Test
    void ofTwoWritesInOneMillisecondTheSecondIsDeliveredToo() {
        try (HubSpotSandbox portal = HubSpotSandbox.open()) {
            RecordRef ref = portal.create("one", Map.of());
            cursor = source(portal).start(Instant.EPOCH);
            drain(portal);
            portal.edit(ref, HubSpotSandbox.TEXT, "first");
            drain(portal);
            portal.edit(ref, HubSpotSandbox.TEXT, "second");

            assertThat(drain(portal))
                    .extracting(change -> change.value(HubSpotSandbox.TEXT).text())
                    .containsExactly("second");
        }
    }

    @Test
    void nothingIsLostToALaggingIndexWhileRecordsKeepChanging() {
        HubSpotOptions lagging = HubSpotOptions.defaults().withSearchLag(Duration.ofSeconds(30));
        try (HubSpotSandbox portal = HubSpotSandbox.open(lagging, config -> config)) {
            List<RecordRef> refs = new ArrayList<>();
            for (int number = 0; number < 6; number++) {
                refs.add(portal.create("busy" + number, Map.of()));
            }
            cursor = source(portal).start(Instant.EPOCH);
            List<VendorRecord> seen = new ArrayList<>(drain(portal));
            for (int step = 0; step < 30; step++) {
                portal.edit(refs.get(step % 6), HubSpotSandbox.TEXT, "step " + step);
                portal.pass(Duration.ofSeconds(7));
                seen.addAll(drain(portal));
            }
            portal.pass(Duration.ofMinutes(1));
            seen.addAll(drain(portal));

            for (int last = 24; last < 30; last++) {
                RecordRef ref = refs.get(last % 6);
                assertThat(seen.stream().filter(each -> each.ref().equals(ref)))
                        .last()
                        .extracting(each -> each.value(HubSpotSandbox.TEXT).text())
                        .isEqualTo("step " + last);
            }
        }
    }

    @Test
    void manyPagesOfRecordsOfOneMillisecondAreReadInSlicesOfIds() {
        try (HubSpotSandbox portal = HubSpotSandbox.open()) {
            Instant from = portal.clock().instant();
            Set<String> made = new HashSet<>();
            portal.pass(Duration.ofHours(1));
            for (int number = 0; number < 1_500; number++) {
                made.add(portal.simulator()
                        .edit(new UserEdit(
                                "import:list",
                                "contact",
                                Optional.empty(),
                                Map.of("email", "import" + number + "@contract.example"),
                                false))
                        .getOrDefault("hs_object_id", ""));
            }
            cursor = source(portal).start(from);

            assertThat(drain(portal)).extracting(change -> change.ref().id()).containsExactlyInAnyOrderElementsOf(made);
        }
    }

    @Test
    void aRecordThatChangesWhilePagesAreReadHidesNoOther() {
        try (HubSpotSandbox portal = HubSpotSandbox.open()) {
            Instant from = portal.clock().instant();
            List<RecordRef> refs = new ArrayList<>();
            for (int number = 0; number < 9; number++) {
                portal.pass(Duration.ofMinutes(10));
                refs.add(portal.create("shift" + number, Map.of()));
            }
            cursor = source(portal).start(from);
            Set<RecordRef> seen = new HashSet<>();
            ChangePage first = source(portal).poll(cursor, 3);
            first.changes().forEach(change -> seen.add(change.ref()));
            cursor = first.next();
            portal.edit(refs.get(0), HubSpotSandbox.TEXT, "moved to the end");
            drain(portal).forEach(change -> seen.add(change.ref()));

            assertThat(seen).containsAll(refs);
        }
    }

    @Test
    void aContactThatIsDeletedWhileDeletedOnesAreReadIsNotOverlooked() {
        try (HubSpotSandbox portal = HubSpotSandbox.open()) {
            List<RecordRef> refs = new ArrayList<>();
            for (int number = 0; number < 130; number++) {
                refs.add(portal.create("many" + number, Map.of()));
            }
            cursor = source(portal).start(portal.clock().instant());
            drain(portal);
            refs.subList(10, 120).forEach(portal::delete);
            Set<RecordRef> deleted = new HashSet<>();
            while (deleted.isEmpty()) {
                deleted.addAll(deleted(source(portal).poll(cursor, 100)));
            }
            portal.pass(Duration.ofSeconds(1));
            portal.delete(refs.get(3));
            portal.pass(Duration.ofSeconds(1));
            portal.delete(refs.get(125));
            for (int poll = 0; poll < 6; poll++) {
                deleted.addAll(deleted(source(portal).poll(cursor, 100)));
            }

            assertThat(deleted).hasSize(112).contains(refs.get(3), refs.get(125));
        }
    }

    @Test
    void whatWasMergedIntoAContactThatIsDeletedUnreadIsTold() {
        try (HubSpotSandbox portal = HubSpotSandbox.open()) {
            RecordRef kept = portal.create("kept", Map.of());
            RecordRef merged = portal.create("merged", Map.of());
            cursor = source(portal).start(portal.clock().instant());
            drain(portal);
            RecordRef survivor = portal.merge(kept, merged);
            portal.pass(Duration.ofMinutes(1));
            portal.delete(survivor);
            portal.pass(Duration.ofMinutes(1));
            Map<RecordRef, Retired> retired = new HashMap<>();
            for (int poll = 0; poll < 4; poll++) {
                ChangePage page = source(portal).poll(cursor, 100);
                page.changes()
                        .forEach(change ->
                                retired.put(change.ref(), change.retired().orElseThrow()));
                cursor = page.next();
            }

            assertThat(retired)
                    .containsEntry(merged, new Retired.MergedInto(survivor))
                    .containsEntry(kept, new Retired.MergedInto(survivor))
                    .containsEntry(survivor, new Retired.Deleted());
        }
    }

    private Set<RecordRef> deleted(ChangePage page) {
        cursor = page.next();
        return page.changes().stream()
                .filter(change -> change.retired().isPresent())
                .map(VendorRecord::ref)
                .collect(Collectors.toSet());
    }

    @Test
    void aCursorOfTheFirstFormatGoesOn() {
        try (HubSpotSandbox portal = HubSpotSandbox.open()) {
            RecordRef known = portal.create("known", Map.of());
            cursor = source(portal).start(Instant.EPOCH);
            drain(portal);
            List<String> parts = new ArrayList<>(List.of(cursor.text().split("\\|", -1)));
            parts.remove(9);
            parts.set(0, "1");
            portal.delete(known);

            ChangePage page = source(portal).poll(new ChangeCursor(String.join("|", parts)), 100);

            assertThat(page.gap()).isFalse();
            cursor = page.next();
            assertThat(drain(portal)).extracting(VendorRecord::ref).contains(known);
        }
    }

    @Test
    void theReaderTellsMergedAndDeletedRecords() {
        try (HubSpotSandbox portal = HubSpotSandbox.open()) {
            RecordRef kept = portal.create("kept", Map.of());
            RecordRef merged = portal.create("merged", Map.of());
            RecordRef deleted = portal.create("deleted", Map.of());
            RecordRef survivor = portal.merge(kept, merged);
            portal.delete(deleted);

            List<VendorRecord> read = portal.adapter()
                    .reader()
                    .read(portal.subject().projection(), List.of(kept, merged, deleted, portal.missing()));

            assertThat(read)
                    .extracting(VendorRecord::ref, record -> record.retired().orElseThrow())
                    .containsExactlyInAnyOrder(
                            org.assertj.core.groups.Tuple.tuple(kept, new Retired.MergedInto(survivor)),
                            org.assertj.core.groups.Tuple.tuple(merged, new Retired.MergedInto(survivor)),
                            org.assertj.core.groups.Tuple.tuple(deleted, new Retired.Deleted()));
        }
    }

    @Test
    void aSurvivorIsFoundUnderTheAddressesOfBoth() {
        try (HubSpotSandbox portal = HubSpotSandbox.open()) {
            RecordRef kept = portal.create("kept", Map.of());
            RecordRef survivor = portal.merge(kept, portal.create("merged", Map.of()));

            Map<String, List<VendorRecord>> found = portal.adapter()
                    .reader()
                    .find(
                            portal.subject().projection(),
                            HubSpotSandbox.EMAIL,
                            List.of("Kept@contract.example", "merged@contract.example", "none@contract.example"));

            assertThat(found.get("Kept@contract.example"))
                    .extracting(VendorRecord::ref)
                    .containsExactly(survivor);
            assertThat(found.get("merged@contract.example"))
                    .extracting(VendorRecord::ref)
                    .containsExactly(survivor);
            assertThat(found.get("none@contract.example")).isEmpty();
        }
    }

    @Test
    void withFieldTimesEachFieldTellsWhenItChanged() {
        try (HubSpotSandbox portal = HubSpotSandbox.open(
                HubSpotOptions.defaults(), config -> config.with(HubSpotSandbox.POLLING.withFieldTimes(true)))) {
            FieldName status = HubSpotSandbox.STATUS;
            RecordRef ref = portal.create("one", Map.of(status, "NEW"));
            Instant early = portal.clock().instant();
            portal.pass(Duration.ofHours(1));
            portal.edit(ref, HubSpotSandbox.TEXT, "later");

            VendorRecord read = portal.adapter()
                    .reader()
                    .read(portal.subject().projection(), List.of(ref))
                    .get(0);

            assertThat(read.fieldTimes())
                    .containsEntry(status, early)
                    .containsEntry(HubSpotSandbox.TEXT, portal.clock().instant());
        }
    }

    private static ChangeSource source(HubSpotSandbox portal) {
        return portal.adapter().changes(portal.subject().projection());
    }

    private List<VendorRecord> drain(HubSpotSandbox portal) {
        List<VendorRecord> all = new ArrayList<>();
        ChangePage page;
        do {
            page = source(portal).poll(cursor, 200);
            assertThat(page.gap()).isFalse();
            all.addAll(page.changes());
            cursor = page.next();
        } while (page.more());
        return all;
    }
}
