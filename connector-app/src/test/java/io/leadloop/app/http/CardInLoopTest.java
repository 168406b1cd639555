package io.leadloop.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.fixtures.node.NodeProject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The card's unchanged sources, drawn by HubSpot's test renderer, with the connector and both simulators behind them. */
@Tag("clients")
class CardInLoopTest {

    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final String CARD = "expect-portal-id: 9000001\n    card: { url: https://leadloop.example,"
            + " app-id: 7000001, secret: sim-app-secret }";

    @TempDir
    Path folder = Path.of("");

    @Test
    void twoPressesInTheCardBecomeAReasonInBothSystems() {
        NodeProject project =
                NodeProject.installed(Path.of("..", "hubspot-adapter", "hubspot-project"), Path.of("target", "card"));
        try (Served served = new Served(folder, CARD)) {
            served.clock.advance(Duration.ofHours(1));
            served.serving.next();
            served.serving.begin();

            NodeProject.Run run = project.run(
                    LIMIT,
                    List.of("node_modules/vitest/vitest.mjs", "run", "test/loop.test.tsx"),
                    Map.of(
                            "CI", "true",
                            "LEADLOOP_HUBSPOT", served.simulators.hubSpot().url(),
                            "LEADLOOP_SALESFORCE",
                                    served.simulators.salesforce().url(),
                            "LEADLOOP_CONNECTOR", served.url()));

            run.errors().lines().filter(line -> line.contains("MEASURED")).forEach(System.out::println);
            assertThat(run.exit()).as(run.output() + run.errors()).isZero();
            assertThat(run.output()).contains("1 passed");
        }
    }
}
