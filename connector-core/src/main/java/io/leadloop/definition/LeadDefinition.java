package io.leadloop.definition;

import io.leadloop.canonical.CriterionResult;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.ReasonCode;
import io.leadloop.canonical.Touchpoint;
import io.leadloop.canonical.Truth;
import io.leadloop.canonical.View;
import io.leadloop.language.Condition;
import io.leadloop.language.Names;
import io.leadloop.language.Problems;
import io.leadloop.language.YamlTable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** One version of a definition. It never changes; another rule is another version. */
public final class LeadDefinition implements LeadRule {

    private final String id;
    private final int version;
    private final LocalDate effective;
    private final Map<String, String> approvals;
    private final List<Criterion> criteria;
    private final List<Exclusion> exclusions;
    private final Condition qualify;

    LeadDefinition(
            String id,
            int version,
            LocalDate effective,
            Map<String, String> approvals,
            List<Criterion> criteria,
            List<Exclusion> exclusions,
            Condition qualify) {
        this.id = id;
        this.version = version;
        this.effective = effective;
        this.approvals = Map.copyOf(approvals);
        this.criteria = List.copyOf(criteria);
        this.exclusions = List.copyOf(exclusions);
        this.qualify = qualify;
    }

    /**
     * Reads a definition file; empty if anything is wrong, which is noted with its place.
     *
     * @param names what the conditions may name
     * @param reasons whether a code is in the catalogue
     */
    public static Optional<LeadDefinition> read(
            YamlTable file, Names names, Predicate<ReasonCode> reasons, Problems problems) {
        return new DefinitionFile(names, reasons, problems).read(file);
    }

    public String id() {
        return id;
    }

    public int version() {
        return version;
    }

    /** The first day on which it decides. */
    public LocalDate effective() {
        return effective;
    }

    /** Who signed, by side: {@code marketing}, {@code sales}. */
    public Map<String, String> approvals() {
        return approvals;
    }

    @Override
    public String label() {
        return id + " v" + version;
    }

    @Override
    public Set<String> reads() {
        Set<String> names = new TreeSet<>();
        criteria.forEach(criterion -> names.addAll(criterion.reads()));
        exclusions.forEach(exclusion -> names.addAll(exclusion.when().reads()));
        return names;
    }

    @Override
    public Evaluation evaluate(View view, List<Touchpoint> touches, Instant now) {
        List<Finding> findings = criteria.stream()
                .map(criterion -> criterion.look(view, touches, now))
                .toList();
        Optional<Exclusion> excluded = exclusions.stream()
                .filter(exclusion -> exclusion.when().test(view) == Truth.TRUE)
                .findFirst();
        Truth outside = exclusions.stream()
                .map(exclusion -> exclusion.when().test(view).not())
                .reduce(Truth.TRUE, Truth::and);
        Truth qualified = outside.and(judge(findings));
        List<CriterionResult> results = new ArrayList<>();
        for (Finding finding : findings) {
            results.add(finding.result(qualified == Truth.TRUE && isPivotal(finding, findings)));
        }
        return new Evaluation(
                qualified,
                qualified == Truth.UNKNOWN && findings.stream().anyMatch(Finding::needsEnrichment),
                points(findings, true),
                points(findings, false),
                results,
                excluded.map(Exclusion::reason),
                newest(findings.stream().filter(Finding::isHandRaise).toList()),
                newest(findings.stream()
                        .filter(finding -> finding.truth() == Truth.TRUE)
                        .toList()));
    }

    private boolean isPivotal(Finding finding, List<Finding> all) {
        List<Finding> without =
                all.stream().map(each -> each == finding ? each.notMet() : each).toList();
        return finding.truth() == Truth.TRUE && judge(without) == Truth.FALSE;
    }

    /** Kleene's logic; where a fit criterion is unknown, every sum of points that is still possible must agree. */
    private Truth judge(List<Finding> findings) {
        Truth hard =
                findings.stream().filter(Finding::isHard).map(Finding::truth).reduce(Truth.TRUE, Truth::and);
        Set<Truth> verdicts = new TreeSet<>();
        for (double fit : possibleFits(findings)) {
            verdicts.add(qualify.test(View.of("", known(findings, fit))));
        }
        return hard.and(verdicts.size() == 1 ? verdicts.iterator().next() : Truth.UNKNOWN);
    }

    private static Set<Double> possibleFits(List<Finding> findings) {
        Set<Double> sums = new TreeSet<>(Set.of(points(findings, true)));
        for (Finding finding : findings) {
            if (finding.isFit() && finding.truth() == Truth.UNKNOWN) {
                List<Double> before = List.copyOf(sums);
                before.forEach(sum -> sums.add(sum + finding.criterion().points()));
            }
        }
        return sums;
    }

    private static Map<String, FieldValue> known(List<Finding> findings, double fit) {
        Map<String, FieldValue> fields = new HashMap<>();
        fields.put("fit", new FieldValue.Number(BigDecimal.valueOf(fit)));
        fields.put("engagement", new FieldValue.Number(BigDecimal.valueOf(points(findings, false))));
        for (Finding finding : findings) {
            if (finding.truth() != Truth.UNKNOWN) {
                fields.put(finding.criterion().id(), new FieldValue.Flag(finding.truth() == Truth.TRUE));
            }
        }
        return fields;
    }

    private static double points(List<Finding> findings, boolean fit) {
        return findings.stream()
                .filter(finding -> finding.isFit() == fit)
                .mapToDouble(Finding::points)
                .sum();
    }

    private static Optional<Instant> newest(List<Finding> findings) {
        return findings.stream().flatMap(finding -> finding.newest().stream()).max(Comparator.naturalOrder());
    }
}
