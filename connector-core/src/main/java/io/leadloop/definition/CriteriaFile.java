package io.leadloop.definition;

import io.leadloop.language.Expressions;
import io.leadloop.language.Problems;
import io.leadloop.language.YamlNode;
import io.leadloop.language.YamlTable;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The criteria of a definition file; one that is wrong is noted and left out. */
final class CriteriaFile {

    private final Expressions expressions;
    private final Problems problems;

    CriteriaFile(Expressions expressions, Problems problems) {
        this.expressions = expressions;
        this.problems = problems;
    }

    List<Criterion> read(YamlTable file) {
        List<Criterion> criteria = new ArrayList<>();
        for (YamlTable row : file.tables("criteria", problems)) {
            boolean fit = row.entry("fit").isPresent();
            if (fit == row.entry("touches").isPresent()) {
                problems.add("A criterion has either 'fit' or 'touches'", row.where(), "Write exactly one of the two");
            } else {
                (fit ? fit(row) : touches(row)).ifPresent(criteria::add);
            }
        }
        return criteria;
    }

    private Optional<Criterion> fit(YamlTable row) {
        row.allow(List.of("id", "name", "fit", "points", "hard", "unknown"), problems);
        String id = row.required("id", problems);
        String name = row.text("name", problems).orElse("");
        double points = row.number("points", 0, problems);
        boolean hard = row.text("hard", problems).filter("true"::equals).isPresent();
        Unknown unknown = row.word("unknown", Unknown.class, Unknown.STAY, problems);
        return row.scalar("fit", problems)
                .flatMap(text -> expressions.condition(text, problems))
                .map(condition -> new FitCriterion(id, name, condition, points, hard, unknown));
    }

    private Optional<Criterion> touches(YamlTable row) {
        row.allow(List.of("id", "name", "touches", "count", "points", "half-life", "cap"), problems);
        String id = row.required("id", problems);
        String name = row.text("name", problems).orElse("");
        YamlTable filter = row.table("touches", problems);
        filter.allow(List.of("type", "within"), problems);
        filter.required("within", problems);
        Set<String> types = filter.texts("type", problems).stream()
                .map(YamlNode.Scalar::text)
                .collect(Collectors.toSet());
        if (types.isEmpty()) {
            problems.add("No type of touch is named", filter.where(), "Add 'type: [WEBINAR_ATTENDED]'");
        }
        Optional<TouchCount> count =
                TouchCount.parse(row.text("count", problems).orElse(">= 1"));
        if (count.isEmpty()) {
            problems.add("'count' is no comparison", row.whereOf("count"), "Write it as '>= 2'");
        }
        int points = row.number("points", 0, problems);
        int cap = row.number("cap", Integer.MAX_VALUE, problems);
        Optional<Duration> within = days(filter, "within");
        Optional<Duration> halfLife = days(row, "half-life");
        return within.isPresent() && count.isPresent() && !types.isEmpty()
                ? Optional.of(new TouchCriterion(id, name, types, within.get(), count.get(), points, halfLife, cap))
                : Optional.empty();
    }

    private Optional<Duration> days(YamlTable row, String key) {
        return row.scalar(key, problems).flatMap(text -> {
            Optional<Integer> days = number(text.text()).filter(number -> number > 0);
            if (days.isEmpty()) {
                problems.add(
                        "'" + key + "' is '" + text.text() + "', no number of days", text.where(), "Write it as P30D");
            }
            return days.map(Duration::ofDays);
        });
    }

    private static Optional<Integer> number(String text) {
        try {
            return Optional.of(Period.parse(text).getDays());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
