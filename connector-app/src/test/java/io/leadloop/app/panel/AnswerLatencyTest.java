package io.leadloop.app.panel;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.fixtures.simulator.Journal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From the time at which Salesforce has the panel's write to the time at which HubSpot has the reason, each by its own
 * journal. Model time runs ten times as fast as this machine, so what the connector takes counts tenfold.
 */
@Tag("clients")
class AnswerLatencyTest {

    private static final int ANSWERS = 200;
    private static final int SPEED = 10;
    private static final int EVERY_MILLIS = 150;
    private static final Duration POLL = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void nineteenOfTwentyReasonsAreInHubSpotWithinAMinuteOfThePress() {
        try (RunningLoop loop = new RunningLoop(folder, 700)) {
            List<Map<String, String>> rows =
                    loop.simulators.salesforce().simulator().records("LeadLoop_Handoff__c").stream()
                            .filter(row -> "handed_off".equals(row.get("LeadLoop_State__c")))
                            .limit(ANSWERS)
                            .toList();
            assertThat(rows).hasSize(ANSWERS);
            Press press = new Press(loop.simulators.salesforce(), "Marco Ruiz");
            loop.run(SPEED, POLL);
            Deque<Map<String, String>> waiting = new ArrayDeque<>(rows);
            until(() -> {
                Map<String, String> row = waiting.poll();
                if (row != null) {
                    press.reject(row, "F-SIZE");
                }
                return row == null;
            });
            until(() -> returned(loop).size() == ANSWERS);
            List<Duration> taken = taken(loop);

            Duration p50 = taken.get(ANSWERS / 2);
            Duration p95 = taken.get(ANSWERS * 95 / 100);
            System.out.println("MEASURED press to HubSpot, " + ANSWERS + " answers, polling every " + POLL.toSeconds()
                    + " s: p50 " + p50.toMillis() / 1000.0 + " s, p95 " + p95.toMillis() / 1000.0 + " s, worst "
                    + taken.get(ANSWERS - 1).toMillis() / 1000.0 + " s of model time");
            assertThat(p95).isLessThan(Duration.ofSeconds(60));
        }
    }

    /** Again and again, until it says that there is nothing left to do. */
    private static void until(BooleanSupplier step) {
        ScheduledExecutorService steps = Executors.newSingleThreadScheduledExecutor();
        try {
            CountDownLatch done = new CountDownLatch(1);
            ScheduledFuture<?> all = steps.scheduleAtFixedRate(
                    () -> {
                        if (step.getAsBoolean()) {
                            done.countDown();
                        }
                    },
                    0,
                    EVERY_MILLIS,
                    TimeUnit.MILLISECONDS);
            if (!done.await(3, TimeUnit.MINUTES)) {
                throw new AssertionError("it has not ended; " + (all.isDone() ? "a step failed" : "it goes on"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            steps.shutdown();
        }
    }

    /** When the reason came to a contact, by the contact's e-mail. */
    private static Map<String, Instant> returned(RunningLoop loop) {
        Map<String, String> emails = loop.simulators.hubSpot().simulator().records("contact").stream()
                .collect(Collectors.toMap(
                        contact -> contact.getOrDefault("hs_object_id", ""),
                        contact -> contact.getOrDefault("email", "")));
        Map<String, Instant> all = new HashMap<>();
        for (Journal.Entry write : loop.simulators.hubSpotJournal().apiWrites()) {
            if ("F-SIZE".equals(write.fields().get("leadloop_reason_code"))) {
                all.putIfAbsent(emails.getOrDefault(write.id(), ""), write.at());
            }
        }
        return all;
    }

    private static List<Duration> taken(RunningLoop loop) {
        Map<String, String> emails = loop.simulators.salesforce().simulator().records("Lead").stream()
                .collect(Collectors.toMap(lead -> lead.getOrDefault("Id", ""), lead -> lead.getOrDefault("Email", "")));
        Map<String, Instant> returned = returned(loop);
        List<Duration> taken = new ArrayList<>();
        for (Journal.Entry act : loop.simulators.salesforceJournal().entries()) {
            boolean press = act.actor().equals("Marco Ruiz")
                    && act.type().equals("Lead")
                    && "F-SIZE".equals(act.fields().get("LeadLoop_Reason__c"));
            Instant arrived = returned.get(emails.getOrDefault(act.id(), ""));
            if (press && arrived != null) {
                taken.add(Duration.between(act.at(), arrived));
            }
        }
        assertThat(taken).hasSize(ANSWERS);
        taken.sort(null);
        return taken;
    }
}
