package io.leadloop.app.cli;

import io.leadloop.app.engine.Engine;
import io.leadloop.canonical.ConnectionId;
import io.leadloop.pipeline.Forecast;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says what a run will take of the vendors' calls, and what it took. */
final class Calls {

    private final Common common;
    private final Engine engine;
    private List<Forecast> forecast = List.of();

    Calls(Common common, Engine engine) {
        this.common = common;
        this.engine = engine;
    }

    /** Before a first read; nothing once everything was read. */
    void foretell() {
        forecast = engine.forecast();
        for (Forecast first : forecast) {
            String left = first.left().isPresent()
                    ? String.format(
                            "; first reads may make %,d today", first.left().getAsLong())
                    : "";
            common.say(String.format(
                    "First read of %s: %,d records in about %,d calls%s%s",
                    first.connection(),
                    first.records(),
                    first.calls(),
                    left,
                    first.isTooMuch() ? ". The rest waits for the days after." : "."));
        }
    }

    void sayWhatWasSpent() {
        engine.spent().forEach((connection, mappings) -> {
            if (!mappings.isEmpty()) {
                common.say("calls to " + connection + ": "
                        + mappings.entrySet().stream()
                                .map(mapping -> String.format("%s %,d", mapping.getKey(), mapping.getValue()))
                                .collect(Collectors.joining(", ")));
            }
        });
    }

    /** For {@code --json}: {@code forecast} by connection, {@code calls} by connection and mapping. */
    void document(Map<String, Object> into) {
        Map<String, Object> foretold = new TreeMap<>();
        for (Forecast first : forecast) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("records", first.records());
            one.put("calls", first.calls());
            first.left().ifPresent(left -> one.put("left", left));
            foretold.put(first.connection().value(), one);
        }
        Map<String, Object> spent = new TreeMap<>();
        for (Map.Entry<ConnectionId, Map<String, Long>> one : engine.spent().entrySet()) {
            spent.put(one.getKey().value(), one.getValue());
        }
        into.put("forecast", foretold);
        into.put("calls", spent);
    }
}
