package io.leadloop.app.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.fixtures.simulator.UserEdit;
import io.leadloop.language.Source;
import io.leadloop.ledger.Entry;
import io.leadloop.pipeline.Pipeline;
import io.leadloop.pipeline.Progress;
import io.leadloop.pipeline.Publication;
import io.leadloop.pipeline.Setup;
import io.leadloop.reconcile.Reconcile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** First names are mapped only after people have been handed over without them. */
class PublishedMappingTest {

    private static final String DANA = "dana.whitfield@northwind.example";

    private final Bench bench = new Bench(20, 7);
    private final Setup without = bench.setup(Source.of(withoutFirstName()));
    private final Setup with = bench.setup(Bench.shipped());

    @AfterEach
    void end() {
        bench.close();
    }

    @Test
    void aNewlyMappedFieldChangesNothingThatWasThereBefore() {
        run(without);

        run(with);

        assertThat(firstNames()).containsOnly("");
        assertThat(Publication.waiting(bench.store)).containsExactly("person.firstName");
        assertThat(new Reconcile(with, bench.store).run(Progress.UNSEEN).unexplained())
                .isEmpty();
    }

    @Test
    void aValueThatChangesAfterwardsFollowsTheNewMapping() {
        run(without);
        run(with);
        bench.clock.advance(Duration.ofMinutes(5));
        bench.marketing()
                .edit(new UserEdit(
                        "Mara Keller",
                        "contact",
                        Optional.of(bench.contact(DANA).get("hs_object_id")),
                        Map.of("firstname", "Danielle"),
                        false));
        bench.clock.advance(Duration.ofMinutes(1));

        run(with);

        assertThat(bench.lead(DANA).orElseThrow()).containsEntry("FirstName", "Danielle");
        assertThat(firstNames()).containsOnly("", "Danielle");
    }

    @Test
    void onceAPersonHasAppliedItEveryRecordFollows() {
        run(without);
        run(with);

        new Publication(with, bench.store).apply(Set.of("person.firstName"), bench.clock.instant());
        run(with);

        assertThat(Publication.waiting(bench.store)).isEmpty();
        assertThat(firstNames()).doesNotContain("").hasSizeGreaterThan(1);
    }

    @Test
    void whoComesLaterIsWrittenWithTheNewFieldAtOnce() {
        bench.marketing().edit(title("Assistant"));
        run(without);
        assertThat(bench.lead(DANA)).isEmpty();
        run(with);
        bench.marketing().edit(title("Head of sales"));
        bench.clock.advance(Duration.ofMinutes(1));

        run(with);

        assertThat(bench.lead(DANA).orElseThrow()).containsEntry("FirstName", "Dana");
    }

    @Test
    void whatWasPlannedByOlderFilesIsPlannedAgain() {
        new Pipeline(without, bench.store, bench.clock, "test").plan(Progress.UNSEEN);
        assertThat(revisions()).containsExactly(without.revisions());

        new Pipeline(with, bench.store, bench.clock, "test").plan(Progress.UNSEEN);

        assertThat(revisions()).containsExactly(with.revisions()).doesNotContain(without.revisions());
    }

    private UserEdit title(String text) {
        return new UserEdit(
                "Mara Keller",
                "contact",
                Optional.of(bench.contact(DANA).get("hs_object_id")),
                Map.of("jobtitle", text),
                false);
    }

    private void run(Setup setup) {
        bench.clock.advance(Duration.ofMinutes(5));
        new Pipeline(setup, bench.store, bench.clock, "test").run(Progress.UNSEEN);
    }

    private Set<String> firstNames() {
        return bench.crm().records("Lead").stream()
                .map(lead -> lead.getOrDefault("FirstName", ""))
                .collect(Collectors.toSet());
    }

    private List<String> revisions() {
        return bench.store.allOpen().stream().map(Entry::revisions).distinct().toList();
    }

    private static Map<String, String> withoutFirstName() {
        Map<String, String> texts = Bench.shippedTexts();
        texts.replaceAll((name, text) -> !name.endsWith("person.yaml")
                ? text
                : text.lines()
                        .filter(line -> !line.contains("person: firstName") && !line.contains(" firstName:"))
                        .collect(Collectors.joining("\n")));
        return texts;
    }
}
