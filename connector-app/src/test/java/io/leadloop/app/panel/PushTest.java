package io.leadloop.app.panel;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.fixtures.simulator.Fault;
import io.leadloop.fixtures.simulator.Journal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Polls are an hour apart here: what arrives sooner was told by Salesforce. */
class PushTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    private Path folder;

    @Test
    void aPressIsInHubSpotOnceThoughNobodyPolls() {
        try (RunningLoop loop = listening()) {
            reject(loop, "F-SIZE");
            Until.holds(() -> !reasons(loop, "F-SIZE").isEmpty());
            idle(loop);
            assertThat(reasons(loop, "F-SIZE")).hasSize(1);
            assertThat(loop.serving().meters().text()).containsPattern("leadloop_push_rings_total[^}]*} [1-9]");
        }
    }

    @Test
    void whatHappensWhileNothingIsHeardIsFoundByPolling() {
        try (RunningLoop loop = listening()) {
            loop.stopEvents();
            Until.holds(() -> open(loop, 0));
            reject(loop, "F-SIZE");
            idle(loop);
            assertThat(reasons(loop, "F-SIZE")).isEmpty();
            loop.serving().between(loop.serving()::next);
            assertThat(reasons(loop, "F-SIZE")).hasSize(1);
        }
    }

    @Test
    void whatHappenedWhileNothingWasHeardIsLookedForOnceItIsHeardAgain() {
        try (RunningLoop loop = listening()) {
            loop.stopEvents();
            Until.holds(() -> open(loop, 0));
            reject(loop, "F-SIZE");
            loop.startEvents();
            Until.holds(() -> !reasons(loop, "F-SIZE").isEmpty());
            assertThat(reasons(loop, "F-SIZE")).hasSize(1);
        }
    }

    @Test
    void aRevokedSessionCostsALoginAndNothingElse() {
        try (RunningLoop loop = listening()) {
            loop.simulators.salesforce().simulator().inject(Fault.once("expire-tokens", "", Map.of()));
            reject(loop, "F-SIZE");
            Until.holds(() -> !reasons(loop, "F-SIZE").isEmpty());
            assertThat(reasons(loop, "F-SIZE")).hasSize(1);
        }
    }

    @Test
    void aPollIsMadeAtOnceWhereSalesforceCannotNameWhatChanged() {
        try (RunningLoop loop = listening()) {
            for (String type : List.of("Lead", "LeadLoop_Handoff__c")) {
                loop.simulators
                        .salesforce()
                        .simulator()
                        .act("change-events", "Admin", Map.of("type", type, "selected", "false"));
            }
            reject(loop, "F-SIZE");
            idle(loop);
            assertThat(reasons(loop, "F-SIZE")).isEmpty();
            loop.events().publish("Lead", "GAP_OVERFLOW", List.of());
            Until.holds(() -> !reasons(loop, "F-SIZE").isEmpty());
        }
    }

    /** With everybody handed over, all streams open and the polls that this caused behind us. */
    private RunningLoop listening() {
        RunningLoop loop = RunningLoop.pushed(folder, 20);
        loop.clock.advance(Duration.ofMinutes(20));
        loop.serve(1, HOUR);
        Until.holds(() -> open(loop, 5) && loop.events().subscriptions() == 5);
        idle(loop);
        loop.simulators.hubSpotJournal().clear();
        return loop;
    }

    private static void idle(RunningLoop loop) {
        loop.serving().between(() -> {});
    }

    private static boolean open(RunningLoop loop, int objects) {
        return loop.serving().meters().text().contains("leadloop_push_open{connection=\"crm\"} " + objects + ".0");
    }

    private static void reject(RunningLoop loop, String reason) {
        Map<String, String> row = loop.simulators.salesforce().simulator().records("LeadLoop_Handoff__c").stream()
                .filter(each -> "handed_off".equals(each.get("LeadLoop_State__c")))
                .findFirst()
                .orElseThrow();
        new Press(loop.simulators.salesforce(), "Marco Ruiz").reject(row, reason);
    }

    private static List<Journal.Entry> reasons(RunningLoop loop, String reason) {
        return loop.simulators.hubSpotJournal().apiWrites().stream()
                .filter(write -> reason.equals(write.fields().get("leadloop_reason_code")))
                .toList();
    }
}
