package io.leadloop.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.failure.FailureKind;
import io.leadloop.fixtures.salesforce.SalesforceOptions;
import io.leadloop.fixtures.simulator.Fault;
import io.leadloop.fixtures.simulator.UserEdit;
import io.leadloop.spi.ChangeCursor;
import io.leadloop.spi.ChangePage;
import io.leadloop.spi.ChangeSource;
import io.leadloop.spi.Projection;
import io.leadloop.spi.Retired;
import io.leadloop.spi.VendorRecord;
import io.leadloop.spi.WriteOutcome;
import io.leadloop.spi.WriteRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the contract does not ask of every vendor. */
final class SimulatedOrgTest {

    private static final ObjectType LEAD = new ObjectType("Lead");
    private static final FieldName KEY = new FieldName("LeadLoop_Key__c");
    private static final FieldName TITLE = new FieldName("Title");
    private static final FieldName CYCLE = new FieldName("LeadLoop_Cycle__c");
    private static final FieldName OWNER = new FieldName("OwnerId");
    private static final Projection WHAT = Projection.of(LEAD, List.of(TITLE));

    private SimulatedOrg org;

    @BeforeEach
    void open() {
        org = new SimulatedOrg(SalesforceOptions.usual(), true);
    }

    @AfterEach
    void close() {
        org.close();
    }

    @Test
    void twentyThreadsWithAnExpiredSessionLogInOnce() throws Exception {
        RecordRef ref = lead("one", "Boss");
        read(ref);
        org.control.faults(List.of(Fault.once("expire-tokens", "", Map.of())));
        long before = logins();
        ExecutorService threads = Executors.newFixedThreadPool(20);
        List<Future<VendorRecord>> reads = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            reads.add(threads.submit(() -> read(ref)));
        }
        for (Future<VendorRecord> one : reads) {
            assertThat(one.get().value(TITLE)).isEqualTo(new FieldValue.Text("Boss"));
        }
        threads.shutdown();

        assertThat(logins() - before).isEqualTo(1);
    }

    @Test
    void aLockedRowLeavesItsNeighboursWritten() {
        RecordRef one = lead("one", "");
        RecordRef two = lead("two", "");
        read(one);
        org.adapter.schema().describe(LEAD);
        org.control.faults(List.of(Fault.once("row-lock", "Lead", Map.of())));

        List<WriteOutcome> outcomes = org.adapter.writer().write(List.of(title(one, "a"), title(two, "b")));

        assertThat(outcomes.get(0))
                .isInstanceOfSatisfying(
                        WriteOutcome.Rejected.class,
                        row -> assertThat(row.failure().kind()).isEqualTo(FailureKind.TRANSIENT));
        assertThat(outcomes.get(1)).isInstanceOf(WriteOutcome.Applied.class);
        assertThat(read(two).value(TITLE)).isEqualTo(new FieldValue.Text("b"));
    }

    @Test
    void manyLeadsGoSideBySideAfterOneLookAndAnswerInTheirOrder() {
        List<RecordRef> leads = leads(450);
        List<WriteRequest> batch = org.adapter.reader().read(WHAT, leads).stream()
                .map(SimulatedOrgTest::retitled)
                .toList();
        RecordRef typed = batch.get(300) instanceof WriteRequest.Update update ? update.ref() : leads.get(0);
        org.clock.advance(Duration.ofSeconds(5));
        org.control.edit(
                new UserEdit("Robin Rep", "Lead", Optional.of(typed.id()), Map.of("Title", "Typed by a rep"), false));
        long before = org.calls();

        List<WriteOutcome> outcomes = org.adapter.writer().write(batch);

        assertThat(org.calls() - before).as("describe, one look, three updates").isEqualTo(5);
        Map<RecordRef, FieldValue> titles = titles(leads);
        for (int i = 0; i < batch.size(); i++) {
            RecordRef ref = ((WriteRequest.Update) batch.get(i)).ref();
            if (ref.equals(typed)) {
                assertThat(outcomes.get(i))
                        .isInstanceOfSatisfying(
                                WriteOutcome.Rejected.class,
                                row -> assertThat(row.failure().kind()).isEqualTo(FailureKind.CONFLICT));
                assertThat(titles.get(ref)).isEqualTo(new FieldValue.Text("Typed by a rep"));
            } else {
                assertThat(outcomes.get(i)).isEqualTo(new WriteOutcome.Applied(ref, Optional.empty(), false));
                assertThat(titles.get(ref)).isEqualTo(new FieldValue.Text(ref.id()));
            }
        }
    }

    @Test
    void aCallThatFailsAmongOthersRefusesItsRowsAlone() {
        List<RecordRef> leads = leads(450);
        org.adapter.schema().describe(LEAD);
        org.control.faults(List.of(Fault.once("request-limit", "", Map.of())));

        List<WriteOutcome> outcomes = org.adapter
                .writer()
                .write(leads.stream().map(ref -> title(ref, "new")).toList());

        Map<RecordRef, FieldValue> titles = titles(leads);
        assertThat(outcomes).hasSize(450);
        assertThat(outcomes.stream().filter(WriteOutcome.Applied.class::isInstance))
                .hasSizeBetween(250, 400);
        for (int i = 0; i < leads.size(); i++) {
            assertThat(new FieldValue.Text("new").equals(titles.get(leads.get(i))))
                    .isEqualTo(outcomes.get(i) instanceof WriteOutcome.Applied);
        }
    }

    @Test
    void rowsThatMayShareAParentAreTakenOneCallAtATime() {
        ObjectType contact = new ObjectType("Contact");
        List<WriteRequest> batch = records("Contact", 201, Map.of()).stream()
                .map(ref -> title(ref, "new"))
                .toList();

        assertThat(org.adapter.writer().batchSize(contact)).isEqualTo(200);
        assertThatThrownBy(() -> org.adapter.writer().write(batch)).isInstanceOf(IllegalArgumentException.class);
        assertThat(org.adapter.writer().write(batch.subList(0, 200)))
                .hasSize(200)
                .allMatch(WriteOutcome.Applied.class::isInstance);
    }

    @Test
    void aConnectionThatBreaksBeforeAWriteIsUnknownTooAndNothingIsRepeated() {
        RecordRef ref = lead("one", "");
        org.adapter.schema().describe(LEAD);
        long before = org.calls();
        org.control.faults(List.of(Fault.once("reset-before", "", Map.of())));

        assertThat(org.adapter.writer().write(List.of(title(ref, "a"))).get(0))
                .isInstanceOf(WriteOutcome.Unknown.class);
        assertThat(org.calls() - before).isLessThanOrEqualTo(1);
        assertThat(org.journal.apiWrites()).isEmpty();
    }

    @Test
    void aConvertedLeadNamesItsContactFirst() {
        RecordRef ref = lead("one", "");
        ChangeSource changes = org.adapter.changes(WHAT);
        ChangeCursor seen = changes.poll(changes.start(Instant.EPOCH), 100).next();
        org.clock.advance(Duration.ofMinutes(10));
        Map<String, String> made = org.control.act("convert", "Robin Rep", Map.of("leadId", ref.id()));

        ChangePage page = changes.poll(seen, 100);

        assertThat(page.changes().get(page.changes().size() - 1).retired())
                .contains(new Retired.ConvertedTo(List.of(
                        of("Contact", made.get("contactId")),
                        of("Account", made.get("accountId")),
                        of("Opportunity", made.get("opportunityId")))));
    }

    @Test
    void anIdlePollIsOneCallAndGivesTheSameCursor() {
        lead("one", "");
        ChangeSource changes = org.adapter.changes(WHAT);
        ChangePage first = changes.poll(changes.start(Instant.EPOCH), 100);
        long before = org.calls();

        ChangePage idle = changes.poll(first.next(), 100);

        assertThat(org.calls() - before).isEqualTo(1);
        assertThat(idle.next()).isEqualTo(first.next());
        assertThat(idle.more()).isFalse();
    }

    @Test
    void aRowThatIsCommittedLateIsFoundInTheOverlap() {
        lead("one", "");
        ChangeSource changes = org.adapter.changes(WHAT);
        ChangePage first = changes.poll(changes.start(Instant.EPOCH), 100);
        org.control.faults(List.of(Fault.once("late-commit", "Lead", Map.of("seconds", "60"))));
        RecordRef late = lead("late", "");

        assertThat(changes.poll(changes.start(Instant.parse("2026-01-01T00:00:00Z")), 100)
                        .changes())
                .extracting(VendorRecord::ref)
                .contains(late);
        ChangeCursor rested = PollCursor.parse(first.next())
                .map(at -> new PollCursor(at.hash(), Instant.EPOCH, at.time(), "", at.day()))
                .orElseThrow()
                .text();
        assertThat(changes.poll(rested, 100).changes())
                .extracting(VendorRecord::ref)
                .contains(late);
    }

    @Test
    void aValueThatLooksLikeSoqlFindsOnlyItself() {
        String nasty = "O'Neil\\' OR Id != '";
        RecordRef ref = lead("one", nasty);
        lead("two", "Other");

        Map<String, List<VendorRecord>> found =
                org.adapter.reader().find(WHAT, TITLE, List.of(nasty, "x' OR Title != '"));

        assertThat(found.get(nasty)).extracting(VendorRecord::ref).containsExactly(ref);
        assertThat(found.get("x' OR Title != '")).isEmpty();
    }

    @Test
    void theAssignmentRuleChoosesTheOwnerOfANewLeadAndNeverOnUpdate() {
        String rep = org.control
                .edit(new UserEdit(
                        "Robin Admin",
                        "User",
                        Optional.empty(),
                        Map.of(
                                "FirstName", "Sam",
                                "LastName", "Rep",
                                "Username", "sam@sales.example",
                                "Email", "sam@sales.example",
                                "Department", "Sales"),
                        false))
                .get("Id");
        WriteOutcome made = org.adapter
                .writer()
                .write(List.of(new WriteRequest.Create(
                        LEAD,
                        KEY,
                        "key-1",
                        Map.of(
                                new FieldName("LastName"),
                                new FieldValue.Text("Lead"),
                                new FieldName("Company"),
                                new FieldValue.Text("Acme"),
                                CYCLE,
                                new FieldValue.Text("1")))))
                .get(0);
        assertThat(made).isInstanceOf(WriteOutcome.Applied.class);
        RecordRef ref = ((WriteOutcome.Applied) made).ref();
        VendorRecord record = org.adapter
                .reader()
                .read(Projection.of(LEAD, List.of(OWNER, CYCLE, new FieldName("Owner.Name"))), List.of(ref))
                .get(0);

        assertThat(record.value(OWNER).text()).isEqualTo(rep);
        assertThat(record.value(new FieldName("Owner.Name")).text()).isEqualTo("Sam Rep");
        assertThat(record.value(CYCLE))
                .isEqualTo(org.adapter.schema().normalise(LEAD, CYCLE, new FieldValue.Text("1")));
    }

    private RecordRef lead(String name, String title) {
        return of(
                "Lead",
                org.control
                        .edit(new UserEdit(
                                "Robin Admin",
                                "Lead",
                                Optional.empty(),
                                Map.of(
                                        "LastName",
                                        name,
                                        "Company",
                                        "Acme",
                                        "Email",
                                        name + "@person.example",
                                        "Title",
                                        title),
                                false))
                        .getOrDefault("Id", ""));
    }

    private List<RecordRef> leads(int many) {
        return records("Lead", many, Map.of("Company", "Acme"));
    }

    private List<RecordRef> records(String type, int many, Map<String, String> besides) {
        List<RecordRef> all = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            Map<String, String> fields = new HashMap<>(besides);
            fields.put("LastName", "Person" + i);
            all.add(of(
                    type,
                    org.simulator
                            .edit(new UserEdit("Robin Admin", type, Optional.empty(), fields, false))
                            .get("Id")));
        }
        return all;
    }

    private Map<RecordRef, FieldValue> titles(List<RecordRef> refs) {
        return org.adapter.reader().read(WHAT, refs).stream()
                .collect(Collectors.toMap(VendorRecord::ref, record -> record.value(TITLE)));
    }

    /** Its id as its title, if it is as it was read. */
    private static WriteRequest retitled(VendorRecord record) {
        return new WriteRequest.Update(
                record.ref(), Map.of(TITLE, new FieldValue.Text(record.ref().id())), Optional.of(record.version()));
    }

    private VendorRecord read(RecordRef ref) {
        return org.adapter.reader().read(WHAT, List.of(ref)).get(0);
    }

    private long logins() {
        return org.control.stats().calls().entrySet().stream()
                .filter(each -> each.getKey().contains("token"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static WriteRequest title(RecordRef ref, String text) {
        return new WriteRequest.Update(ref, Map.of(TITLE, new FieldValue.Text(text)), Optional.empty());
    }

    private static RecordRef of(String type, @org.jspecify.annotations.Nullable String id) {
        return new RecordRef(SimulatedOrg.CRM, new ObjectType(type), id == null ? "" : id);
    }
}
