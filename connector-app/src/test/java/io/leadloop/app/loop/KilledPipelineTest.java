package io.leadloop.app.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.app.loop.DyingStore.Killed;
import io.leadloop.app.loop.DyingStore.Moment;
import io.leadloop.ledger.EntryState;
import io.leadloop.pipeline.Pipeline;
import io.leadloop.pipeline.Progress;
import io.leadloop.store.memory.MemoryStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** A process may be killed at any commit; the next one goes on where it was, and nobody sees a difference. */
class KilledPipelineTest {

    private static final int PEOPLE = 8;
    private static final long SEED = 7;
    private static final String DANA = "dana.whitfield@northwind.example";
    private static final Set<String> NOT_COMPARED = Set.of(
            "Id",
            "OwnerId",
            "WhoId",
            "CreatedDate",
            "LastModifiedDate",
            "SystemModstamp",
            "hs_object_id",
            "lastmodifieddate",
            "LeadLoop_Lead__c",
            "Name");

    /** A write that a killed process left behind is sent a little later, so the hand-off's clock starts later. */
    private static final Set<String> MAY_BE_LATER = Set.of(
            "LeadLoop_Handed_Off_At__c",
            "LeadLoop_Answer_By__c",
            "leadloop_handed_off_at",
            "hs_lifecyclestage_marketingqualifiedlead_date");

    @Test
    void aProcessThatIsKilledDuringTheHandoffGoesOnWhereItWas() {
        assertNoDifference(KilledPipelineTest::handoff);
    }

    @Test
    void aProcessThatIsKilledWhileAnAnswerTravelsGoesOnWhereItWas() {
        assertNoDifference(KilledPipelineTest::answer);
    }

    private static void assertNoDifference(BiFunction<Integer, Moment, Outcome> story) {
        Outcome undisturbed = story.apply(0, Moment.AFTER);
        assertThat(undisturbed.commits()).isGreaterThan(5);
        SoftAssertions all = new SoftAssertions();
        for (Moment moment : Moment.values()) {
            for (int n = 1; n <= undisturbed.commits(); n++) {
                all.assertThat(differences(
                                undisturbed.seen(), story.apply(n, moment).seen()))
                        .as("killed %s commit %d of %d", moment, n, undisturbed.commits())
                        .isEmpty();
            }
        }
        all.assertAll();
    }

    private static List<String> differences(List<String> expected, List<String> actual) {
        List<String> missing = new ArrayList<>(expected);
        actual.forEach(missing::remove);
        List<String> more = new ArrayList<>(actual);
        expected.forEach(more::remove);
        return Stream.concat(
                        missing.stream().map("missing "::concat), more.stream().map("unexpected "::concat))
                .sorted()
                .toList();
    }

    private static Outcome handoff(int deadly, Moment moment) {
        try (Bench bench = new Bench(PEOPLE, SEED, new MemoryStore())) {
            int commits = runAndDie(bench, deadly, moment);
            settleDown(bench);
            return new Outcome(commits, seen(bench));
        }
    }

    private static Outcome answer(int deadly, Moment moment) {
        try (Bench bench = new Bench(PEOPLE, SEED, new MemoryStore())) {
            bench.run();
            bench.clock.advance(Duration.ofHours(1));
            bench.rep(
                    "Lead",
                    bench.lead(DANA).orElseThrow().get("Id"),
                    Map.of("Status", "Closed - Not Converted", "LeadLoop_Reason__c", "F-ENGAGE"));
            bench.clock.advance(Duration.ofMinutes(1));
            int commits = runAndDie(bench, deadly, moment);
            settleDown(bench);
            return new Outcome(commits, seen(bench));
        }
    }

    private static int runAndDie(Bench bench, int deadly, Moment moment) {
        DyingStore dying = new DyingStore(bench.store, deadly, moment);
        try {
            run(bench.startedAgain(dying.store()));
            assertThat(deadly).as("the process was to die").isZero();
        } catch (Killed killed) {
            run(bench.startedAgain(bench.store));
        }
        return dying.commits();
    }

    /** What a later poll sees of our own writes must change nothing. */
    private static void settleDown(Bench bench) {
        bench.clock.advance(Duration.ofMinutes(5));
        run(bench.startedAgain(bench.store));
        int before = writes(bench);
        bench.clock.advance(Duration.ofMinutes(5));
        run(bench.startedAgain(bench.store));
        assertThat(writes(bench)).as("writes of a run without news").isEqualTo(before);
        assertThat(bench.store.counts().keySet()).isSubsetOf(EntryState.APPLIED, EntryState.SUPERSEDED);
    }

    private static void run(Pipeline pipeline) {
        pipeline.run(Progress.UNSEEN);
    }

    private static int writes(Bench bench) {
        return bench.simulators.hubSpotJournal().apiWrites().size()
                + bench.simulators.salesforceJournal().apiWrites().size();
    }

    /** Every field that people can see in the two systems, without ids and times of storage. */
    private static List<String> seen(Bench bench) {
        List<String> seen = new ArrayList<>();
        for (String type : List.of("Lead", "LeadLoop_Handoff__c", "Task")) {
            bench.crm().records(type).forEach(record -> seen.addAll(fields(type, record)));
        }
        bench.marketing().records("contact").forEach(record -> seen.addAll(fields("contact", record)));
        return seen;
    }

    private static List<String> fields(String type, Map<String, String> record) {
        String name = Stream.of("email", "Email", "LeadLoop_Key__c", "Subject")
                .map(field -> record.getOrDefault(field, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
        return record.entrySet().stream()
                .filter(field -> !NOT_COMPARED.contains(field.getKey()))
                .map(field -> type + " " + name + ": " + text(field))
                .toList();
    }

    private static String text(Map.Entry<String, String> field) {
        boolean late =
                MAY_BE_LATER.contains(field.getKey()) && !field.getValue().isEmpty();
        return late ? field.getKey() + "=some time" : field.toString();
    }

    private record Outcome(int commits, List<String> seen) {}
}
