package io.leadloop.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.app.config.Configuration;
import io.leadloop.app.config.ConfigurationFile;
import io.leadloop.app.engine.OpenStore;
import io.leadloop.app.engine.RuleWatch;
import io.leadloop.app.serve.Serving;
import io.leadloop.language.Problem;
import io.leadloop.pipeline.Publication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mapping files that change while it serves. */
class RuleTurnTest {

    private static final Duration SOON = Duration.ofMillis(10);

    private final Desk desk;
    private final List<Problem> refused = new ArrayList<>();
    private final CountDownLatch asked = new CountDownLatch(1);
    private Path person = Path.of("");
    private String whole = "";

    RuleTurnTest(@TempDir Path folder) {
        desk = new Desk(folder);
    }

    @BeforeEach
    void withoutTheTitle() throws IOException {
        OperatorTest.copyShipped(desk.file("mappings"));
        person = desk.file("mappings").resolve("salesforce/person.yaml");
        whole = Files.readString(person);
        Files.writeString(person, whole.replaceAll("(?m)^.*person: jobTitle.*\\R", ""));
        desk.configure("5000", "mappings: ./mappings\n");
        desk.run("go-live");
    }

    @AfterEach
    void end() {
        desk.close();
    }

    @Test
    void aChangedFileIsInForceWithoutARestart() throws Exception {
        Configuration configuration = ConfigurationFile.read(desk.file("leadloop.yaml"), Map.of());
        try (OpenStore opened = OpenStore.of(configuration)) {
            RuleWatch rules = new RuleWatch(configuration);
            try (Serving before = Serving.of(configuration, opened)) {
                before.next();
                before.begin(SOON);
                Files.writeString(person, whole);

                assertThat(new RuleTurn(rules, before, refused::addAll, SOON).await(asked))
                        .isTrue();
            }
            assertThat(Publication.waiting(opened.store())).isEmpty();
            try (Serving after = Serving.of(configuration, opened)) {
                after.next();
            }
            assertThat(Publication.waiting(opened.store())).containsExactly("person.jobTitle");
        }
        assertThat(refused).isEmpty();
    }

    @Test
    void aFileWithAMistakeIsToldAndTheRulesBeforeStay() throws Exception {
        Configuration configuration = ConfigurationFile.read(desk.file("leadloop.yaml"), Map.of());
        try (OpenStore opened = OpenStore.of(configuration)) {
            RuleWatch rules = new RuleWatch(configuration);
            try (Serving serving = Serving.of(configuration, opened)) {
                serving.begin(SOON);
                Files.writeString(person, whole.replace("jobTitle", "ghost"));
                RuleTurn turn = new RuleTurn(
                        rules,
                        serving,
                        problems -> {
                            refused.addAll(problems);
                            asked.countDown();
                        },
                        SOON);

                assertThat(turn.await(asked)).isFalse();
                CountDownLatch passes = new CountDownLatch(1);
                serving.between(passes::countDown);
                passes.await();
                assertThat(serving.pulse().lastPass()).isPresent();
            }
        }
        assertThat(refused)
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.where().toString()).contains("salesforce/person.yaml"));
    }
}
