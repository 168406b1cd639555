package io.leadloop.mapping;

import io.leadloop.canonical.Answer;
import io.leadloop.canonical.ObjectType;
import io.leadloop.language.Problems;
import io.leadloop.language.Spelling;
import io.leadloop.language.YamlNode;
import io.leadloop.language.YamlTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the answers beside a value table: which of the vendor's words are accept, work, decline, converted. */
final class AnswersFile {

    private static final String ANY = "any";
    private static final String CONVERTED = "is-converted";
    private static final Map<String, Answer.Kind> KINDS = Map.of(
            "accept", Answer.Kind.ACCEPT,
            "work", Answer.Kind.WORK,
            "decline", Answer.Kind.DECLINE,
            "converted", Answer.Kind.CONVERTED);

    private AnswersFile() {}

    static Answers read(YamlTable table, Map<ObjectType, Target> at, Problems problems) {
        if (table.entries().isEmpty()) {
            return Answers.NONE;
        }
        table.allow(List.of("accept", "work", "decline", "converted"), problems);
        Set<String> known = new TreeSet<>();
        at.values().forEach(target -> target.values().ifPresent(column -> known.addAll(column.order())));
        Map<String, Answers.Said> byValue = new HashMap<>();
        Optional<Answers.Said> any = Optional.empty();
        Optional<Answers.Said> converted = Optional.empty();
        for (YamlTable.Entry entry : table.entries()) {
            Answer.Kind kind = KINDS.get(entry.key());
            if (kind == null) {
                continue;
            }
            for (YamlNode.Scalar word : table.texts(entry.key(), problems)) {
                Answers.Said said = new Answers.Said(kind, word.where());
                if (word.text().equals(ANY)) {
                    any = Optional.of(said);
                } else if (word.text().equals(CONVERTED)) {
                    converted = Optional.of(said);
                } else {
                    value(word, said, known, byValue, problems);
                }
            }
        }
        return new Answers(byValue, any, converted);
    }

    private static void value(
            YamlNode.Scalar word,
            Answers.Said said,
            Set<String> known,
            Map<String, Answers.Said> byValue,
            Problems problems) {
        if (!known.isEmpty() && !known.contains(word.text())) {
            problems.add(
                    "No value table of this row has the word '" + word.text() + "'",
                    word.where(),
                    Spelling.fix(word.text(), known, "Add it to the value table"));
        }
        Answers.Said earlier = byValue.putIfAbsent(word.text(), said);
        if (earlier != null) {
            problems.add(
                    "'" + word.text() + "' is two answers, the other at line "
                            + earlier.where().line(),
                    word.where(),
                    "Remove one of the two");
        }
    }
}
