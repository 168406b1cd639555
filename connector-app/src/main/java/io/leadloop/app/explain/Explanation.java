package io.leadloop.app.explain;

import io.leadloop.state.AggregateState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A person and what happened to it, as one JSON document: the same on the command line and over HTTP. */
public final class Explanation {

    private Explanation() {}

    public static Map<String, Object> of(AggregateState found, List<Happening> history) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", found.id().value());
        document.put("state", found.journey().state().name());
        document.put("cycle", found.journey().cycle());
        document.put(
                "records",
                found.facets().values().stream()
                        .filter(facet -> facet.part().isEmpty())
                        .map(facet -> Map.of(
                                "record",
                                facet.ref().toString(),
                                "standing",
                                facet.standing().name()))
                        .toList());
        Map<String, String> values = new LinkedHashMap<>();
        found.values().forEach((name, value) -> values.put(name, value.text()));
        document.put("values", values);
        document.put("history", history.stream().map(Explanation::line).toList());
        return document;
    }

    private static Map<String, Object> line(Happening happening) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("at", happening.at().toString());
        line.put("kind", happening.kind());
        line.put("head", happening.head());
        line.put("text", happening.text());
        line.put("more", happening.more());
        return line;
    }
}
