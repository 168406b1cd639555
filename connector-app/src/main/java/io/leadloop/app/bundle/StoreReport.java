package io.leadloop.app.bundle;

import io.leadloop.app.config.Configuration;
import io.leadloop.app.engine.OpenStore;
import io.leadloop.app.engine.Standings;
import io.leadloop.failure.CallFailed;
import io.leadloop.failure.Failure;
import io.leadloop.ledger.Entry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A store in counts and codes; or why it cannot be looked at. */
final class StoreReport {

    private StoreReport() {}

    static Map<String, Object> of(Configuration configuration) {
        Map<String, Object> report = new LinkedHashMap<>();
        try (OpenStore opened = OpenStore.of(configuration)) {
            report.put("database", opened.facts().product());
            report.put("schema", opened.facts().schema());
            report.put("rows", opened.facts().rows());
            Standings standings = Standings.of(opened);
            report.put("runState", standings.runState());
            report.put("people", standings.people());
            report.put("journeys", standings.journeys());
            report.put("writes", standings.entries());
            report.put("toReview", standings.review());
            Map<String, Long> codes = new TreeMap<>();
            opened.store().allOpen().stream()
                    .map(Entry::failure)
                    .flatMap(Optional::stream)
                    .map(Failure::code)
                    .forEach(code -> codes.merge(code, 1L, Long::sum));
            report.put("openByCode", codes);
        } catch (CallFailed e) {
            report.put("notLookedAt", e.failure().code());
        }
        return report;
    }
}
