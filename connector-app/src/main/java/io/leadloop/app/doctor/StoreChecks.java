package io.leadloop.app.doctor;

import io.leadloop.app.config.Configuration;
import io.leadloop.app.control.Neighbour;
import io.leadloop.app.engine.OpenStore;
import io.leadloop.app.store.StoreFacts;
import io.leadloop.failure.CallFailed;
import io.leadloop.ledger.EntryState;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the process that serves, if there is one; else opens the store, which also brings its tables up to date. */
final class StoreChecks {

    private static final String STORE = "store";
    private static final String WAITING = "waiting writes";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private StoreChecks() {}

    static List<Finding> of(Configuration configuration) {
        return Neighbour.of(configuration.dataFolder())
                .flatMap(neighbour -> neighbour.run(List.of("status", "--json")))
                .filter(done -> done.exitCode() == 0)
                .map(done -> JSON.readTree(done.out()))
                .map(StoreChecks::served)
                .orElseGet(() -> opened(configuration));
    }

    private static List<Finding> served(JsonNode status) {
        JsonNode counts = status.path("entries");
        long parked = counts.path(EntryState.HELD.name()).asLong()
                + counts.path(EntryState.QUARANTINED.name()).asLong();
        return List.of(
                Finding.ok(
                        STORE,
                        "a running 'serve' has it open and answers, run state "
                                + status.path("runState").asString()),
                waiting(parked));
    }

    private static List<Finding> opened(Configuration configuration) {
        try (OpenStore opened = OpenStore.of(configuration)) {
            return List.of(Guarded.run(STORE, () -> writable(opened)), Guarded.run(WAITING, () -> waiting(opened)));
        } catch (CallFailed e) {
            if (e.failure().code().equals("STORE_IN_USE")) {
                return List.of(
                        Finding.warning(
                                STORE,
                                "another process has it open, so nothing is known of it",
                                "Stop that process to have the store looked at, or go on: it is in use"),
                        Finding.skipped(WAITING, "the store is in use"));
            }
            return List.of(Guarded.failed(STORE, e.failure()), Finding.skipped(WAITING, "the store is closed"));
        }
    }

    private static Finding writable(OpenStore opened) {
        StoreFacts facts = opened.facts();
        facts.tryToWrite();
        return Finding.ok(
                STORE,
                facts.product() + ", schema " + facts.schema() + ", can be written, run state "
                        + opened.runState().word());
    }

    private static Finding waiting(OpenStore opened) {
        Map<EntryState, Long> counts = opened.store().counts();
        long parked = counts.getOrDefault(EntryState.HELD, 0L) + counts.getOrDefault(EntryState.QUARANTINED, 0L);
        return waiting(parked);
    }

    private static Finding waiting(long parked) {
        return parked == 0
                ? Finding.ok(WAITING, "none waits for a person")
                : Finding.warning(WAITING, parked + " wait for a person", "Look at 'leadloop errors list'");
    }
}
