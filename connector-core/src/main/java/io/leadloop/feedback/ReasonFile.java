package io.leadloop.feedback;

import io.leadloop.canonical.ReasonCode;
import io.leadloop.language.Problems;
import io.leadloop.language.YamlNode;
import io.leadloop.language.YamlTable;
import io.leadloop.lifecycle.Ask;
import io.leadloop.lifecycle.Phase;
import io.leadloop.lifecycle.Route;
import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The rows of {@code reasons.yaml}. */
final class ReasonFile {

    private static final List<String> KEYS = List.of(
            "code",
            "label",
            "hint",
            "group",
            "phases",
            "route",
            "delay",
            "lead",
            "counts",
            "implicates",
            "action",
            "asks",
            "excludes",
            "starter",
            "now");

    private final Problems problems;

    ReasonFile(Problems problems) {
        this.problems = problems;
    }

    List<Reason> read(YamlTable file) {
        file.allow(List.of("reasons", "version", "description", "rows"), problems);
        List<Reason> reasons = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (YamlTable row : file.tables("rows", problems)) {
            row.allow(KEYS, problems);
            String code = row.required("code", problems);
            if (!code.isEmpty() && !seen.add(code)) {
                problems.add("The reason " + code + " stands twice", row.whereOf("code"), "Remove one of the two");
            } else {
                reasons.add(reason(row, code));
            }
        }
        for (ReasonCode needed : List.of(ReasonCode.NO_REASON, ReasonCode.EXPIRED)) {
            if (!seen.contains(needed.value())) {
                problems.add("The reason " + needed + " is missing", file.whereOf("rows"), "Add a row for " + needed);
            }
        }
        return reasons;
    }

    private Reason reason(YamlTable row, String code) {
        String label = row.required("label", problems);
        if (label.length() > Reason.LONGEST_LABEL) {
            problems.add(
                    "The label has " + label.length() + " characters",
                    row.whereOf("label"),
                    "Use at most " + Reason.LONGEST_LABEL + ": a picklist on a phone shows no more");
        }
        return new Reason(
                new ReasonCode(code),
                label,
                row.required("hint", problems),
                row.required("group", problems),
                words(row, "phases", Phase.class),
                row.word("route", Route.class, Route.NURTURE, problems),
                days(row, "delay").filter(delay -> !delay.isZero()),
                days(row, "lead").orElse(Duration.ZERO),
                row.word("counts", Counts.class, Counts.NOBODY, problems),
                row.texts("implicates", problems).stream()
                        .map(YamlNode.Scalar::text)
                        .toList(),
                row.text("action", problems).orElse(""),
                words(row, "asks", Ask.class),
                flag(row, "excludes"),
                flag(row, "starter"),
                row.text("now", problems));
    }

    private <E extends Enum<E>> Set<E> words(YamlTable row, String key, Class<E> type) {
        Set<E> found = EnumSet.noneOf(type);
        for (YamlNode.Scalar text : row.texts(key, problems)) {
            try {
                found.add(Enum.valueOf(type, text.text().toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                problems.add(
                        "'" + text.text() + "' is none of the " + key,
                        text.where(),
                        "Write one of " + EnumSet.allOf(type).toString().toLowerCase(Locale.ROOT));
            }
        }
        return found;
    }

    private Optional<Duration> days(YamlTable row, String key) {
        return row.scalar(key, problems).flatMap(text -> {
            try {
                return Optional.of(Duration.ofDays(Period.parse(text.text()).getDays()));
            } catch (DateTimeParseException e) {
                problems.add("'" + key + "' is '" + text.text() + "', no number of days", text.where(), "Write P30D");
                return Optional.empty();
            }
        });
    }

    private boolean flag(YamlTable row, String key) {
        Optional<YamlNode.Scalar> text = row.scalar(key, problems);
        if (text.isPresent() && !Set.of("true", "false").contains(text.get().text())) {
            problems.add("'" + key + "' is neither true nor false", text.get().where(), "Write true or false");
        }
        return text.filter(value -> value.text().equals("true")).isPresent();
    }
}
