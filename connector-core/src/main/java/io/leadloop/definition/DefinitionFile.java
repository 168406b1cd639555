package io.leadloop.definition;

import io.leadloop.canonical.FieldType;
import io.leadloop.canonical.ReasonCode;
import io.leadloop.language.Condition;
import io.leadloop.language.Expressions;
import io.leadloop.language.Names;
import io.leadloop.language.Problems;
import io.leadloop.language.YamlNode;
import io.leadloop.language.YamlTable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Reads {@code definitions/*.yaml}. */
final class DefinitionFile {

    private final Expressions expressions;
    private final Predicate<ReasonCode> reasons;
    private final Problems problems;

    DefinitionFile(Names names, Predicate<ReasonCode> reasons, Problems problems) {
        this.expressions = new Expressions(names);
        this.reasons = reasons;
        this.problems = problems;
    }

    Optional<LeadDefinition> read(YamlTable file) {
        file.allow(
                List.of(
                        "definition",
                        "version",
                        "description",
                        "effective",
                        "approved-by",
                        "criteria",
                        "exclude",
                        "qualify"),
                problems);
        String id = file.required("definition", problems);
        file.required("version", problems);
        int version = file.number("version", 1, problems);
        LocalDate effective = effective(file);
        Map<String, String> approvals = approvals(file);
        List<Criterion> criteria = new CriteriaFile(expressions, problems).read(file);
        List<Exclusion> exclusions = exclusions(file);
        Optional<Condition> qualify = qualify(file, criteria);
        return problems.isEmpty()
                ? qualify.map(rule -> new LeadDefinition(id, version, effective, approvals, criteria, exclusions, rule))
                : Optional.empty();
    }

    private LocalDate effective(YamlTable file) {
        String text = file.required("effective", problems);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            if (!text.isEmpty()) {
                problems.add("'" + text + "' is not a day", file.whereOf("effective"), "Write it as 2026-04-01");
            }
            return LocalDate.EPOCH;
        }
    }

    private Map<String, String> approvals(YamlTable file) {
        Map<String, String> approvals = new LinkedHashMap<>();
        YamlTable signed = file.table("approved-by", problems);
        for (String side : List.of("marketing", "sales")) {
            String who = signed.text(side, problems).orElse("");
            if (who.isBlank()) {
                problems.add(
                        "Nobody of " + side + " has approved this version",
                        signed.whereOf(side),
                        "Add '" + side + ":' with the role that signs");
            }
            approvals.put(side, who);
        }
        return approvals;
    }

    private List<Exclusion> exclusions(YamlTable file) {
        List<Exclusion> exclusions = new ArrayList<>();
        for (YamlTable row : file.tables("exclude", problems)) {
            row.allow(List.of("id", "when", "reason"), problems);
            String id = row.required("id", problems);
            ReasonCode reason = new ReasonCode(row.required("reason", problems));
            if (!reason.value().isEmpty() && !reasons.test(reason)) {
                problems.add(
                        "The reason " + reason + " is not in the catalogue",
                        row.whereOf("reason"),
                        "Use a code of reasons.yaml");
            }
            row.required("when", problems);
            row.scalar("when", problems)
                    .flatMap(text -> expressions.condition(text, problems))
                    .ifPresent(when -> exclusions.add(new Exclusion(id, when, reason)));
        }
        return exclusions;
    }

    private Optional<Condition> qualify(YamlTable file, List<Criterion> criteria) {
        Map<String, FieldType> names = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (Criterion criterion : criteria) {
            if (!seen.add(criterion.id()) || Set.of("fit", "engagement").contains(criterion.id())) {
                problems.add(
                        "The criterion '" + criterion.id() + "' cannot be told from another",
                        file.whereOf("criteria"),
                        "Choose another id");
            }
            names.put(criterion.id(), FieldType.FLAG);
        }
        names.put("fit", FieldType.NUMBER);
        names.put("engagement", FieldType.NUMBER);
        file.required("qualify", problems);
        Optional<YamlNode.Scalar> text = file.scalar("qualify", problems);
        return text.flatMap(rule -> new Expressions(Names.NONE.and("", names)).condition(rule, problems));
    }
}
