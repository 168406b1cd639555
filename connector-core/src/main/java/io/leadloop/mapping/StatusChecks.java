package io.leadloop.mapping;

import io.leadloop.canonical.Answer;
import io.leadloop.canonical.Kind;
import io.leadloop.canonical.LifecycleState;
import io.leadloop.language.Location;
import io.leadloop.language.Problems;
import io.leadloop.language.Spelling;
import io.leadloop.language.Words;
import io.leadloop.language.YamlTable;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every state and every reason can be reached and returned, and no word is lost on the way unless a file says so. */
final class StatusChecks {

    /** States that nobody sees: before the first touch, and one that leads on at once. */
    private static final Set<LifecycleState> UNSEEN = EnumSet.of(LifecycleState.TARGET, LifecycleState.REJECTED);

    private final List<Mapping> mappings;
    private final Map<String, YamlTable> others;
    private final Problems problems;

    StatusChecks(List<Mapping> mappings, Map<String, YamlTable> others, Problems problems) {
        this.mappings = mappings;
        this.others = others;
        this.problems = problems;
    }

    void run() {
        Map<String, ValueTable> tables = new TreeMap<>();
        rows("leadStatus").forEach(row -> row.values().ifPresent(table -> tables.put(table.name(), table)));
        tables.values().forEach(this::states);
        answers();
        reasons();
        mappings.stream()
                .flatMap(mapping -> mapping.rows().stream())
                .forEach(row -> row.targets().values().forEach(at -> lossy(row, at)));
    }

    private Stream<Row> rows(String canonical) {
        return mappings.stream()
                .filter(mapping -> mapping.kind() == Kind.PERSON)
                .flatMap(mapping -> mapping.rows().stream())
                .filter(row -> row.canonical().equals(canonical));
    }

    private void states(ValueTable table) {
        List<String> known =
                Arrays.stream(LifecycleState.values()).map(Enum::name).toList();
        table.rows().forEach((name, where) -> {
            if (!known.contains(name)) {
                problems.add(
                        "'" + name + "' is no state of the lifecycle",
                        where,
                        Spelling.fix(name, known, "Remove the row"));
            }
        });
        for (LifecycleState state : LifecycleState.values()) {
            Optional<Location> row = Optional.ofNullable(table.rows().get(state.name()));
            boolean written = table.columns().stream()
                    .anyMatch(column -> column.write(state.name()).isPresent());
            if (row.isEmpty()) {
                problems.add(
                        "The state " + state + " has no row, so nobody learns of it",
                        table.where(),
                        "Add the row '" + state + ":'");
            } else if (!written && !UNSEEN.contains(state)) {
                problems.add(
                        "The state " + state + " is written nowhere, so nobody learns of it",
                        row.get(),
                        "Write a word for it in at least one field");
            }
        }
    }

    private void answers() {
        List<Row> answering =
                rows("leadStatus").filter(row -> !row.answers().isEmpty()).toList();
        for (Answer.Kind kind : List.of(Answer.Kind.ACCEPT, Answer.Kind.DECLINE)) {
            boolean said = answering.stream()
                    .anyMatch(
                            row -> row.answers().byValue().values().stream().anyMatch(answer -> answer.kind() == kind));
            if (!answering.isEmpty() && !said) {
                String word = Words.of(kind);
                problems.add(
                        "Sales has no word for " + word,
                        answering.get(0).where(),
                        "Add '" + word + ": [word]' under 'answers:'");
            }
        }
    }

    private void reasons() {
        Optional<YamlTable> file = Optional.ofNullable(others.get("reasons"));
        if (file.isEmpty() || mappings.stream().noneMatch(mapping -> mapping.kind() == Kind.PERSON)) {
            return;
        }
        if (rows("reason").noneMatch(row -> row.direction().reads())) {
            problems.add(
                    "No mapping reads the reason, so no answer has one",
                    file.get().whereOf("reasons"),
                    "Add a row '{ person: reason, ..., direction: in }' to a mapping");
        }
        if (rows("reason").noneMatch(row -> row.direction().writes())) {
            problems.add(
                    "No mapping writes the reason, so none comes back",
                    file.get().whereOf("reasons"),
                    "Add a row '{ person: reason, ..., direction: out }' to a mapping");
        }
        Problems ignored = new Problems();
        List<String> codes = file.get().tables("rows", ignored).stream()
                .map(row -> row.text("code", ignored).orElse(""))
                .toList();
        rows("reason")
                .forEach(row -> row.values()
                        .ifPresent(table -> codes.stream()
                                .filter(code -> !table.rows().containsKey(code))
                                .forEach(code -> problems.add(
                                        "The reason " + code + " has no row in '" + table.name() + "'",
                                        table.where(),
                                        "Add the row '" + code + ":'"))));
    }

    private void lossy(Row row, Target at) {
        if (!at.direction().reads() || !at.direction().writes() || at.values().isEmpty()) {
            return;
        }
        ValueColumn column = at.values().get();
        column.written().forEach((canonical, word) -> {
            String back = column.read(word).orElse("nothing");
            if (!back.equals(canonical) && !column.lossy().contains(canonical)) {
                problems.add(
                        "'" + word + "' of " + column.name() + " is written for " + canonical + " and read as " + back,
                        row.values()
                                .flatMap(table ->
                                        Optional.ofNullable(table.rows().get(canonical)))
                                .orElse(row.where()),
                        "Add 'lossy: " + column.name() + "' to this row, or choose another word");
            }
        });
    }
}
