package io.leadloop.mapping;

import io.leadloop.canonical.Kind;
import io.leadloop.language.Problems;
import io.leadloop.language.YamlTable;
import java.util.List;
import java.util.Map;

/** What the files must be together. */
final class GraphChecks {

    private final Map<Kind, CanonicalKind> kinds;
    private final Map<String, ValueTable> values;
    private final List<Mapping> mappings;
    private final Map<String, YamlTable> others;
    private final Problems problems;

    GraphChecks(
            Map<Kind, CanonicalKind> kinds,
            Map<String, ValueTable> values,
            List<Mapping> mappings,
            Map<String, YamlTable> others,
            Problems problems) {
        this.kinds = kinds;
        this.values = values;
        this.mappings = mappings;
        this.others = others;
        this.problems = problems;
    }

    void run() {}
}
