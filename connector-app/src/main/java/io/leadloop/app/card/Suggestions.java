package io.leadloop.app.card;

import io.leadloop.canonical.CriterionResult;
import io.leadloop.canonical.Handoff;
import io.leadloop.canonical.ReasonCode;
import io.leadloop.canonical.Truth;
import io.leadloop.feedback.Reason;
import io.leadloop.lifecycle.Phase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The three likeliest reasons, as the panel in the CRM computes them: what the definition itself did not like, little or
 * old activity, what was said in an earlier cycle; then what is said most.
 */
final class Suggestions {

    static final Map<Phase, List<String>> USUAL = Map.of(
            Phase.BEFORE, List.of("F-ENGAGE", "F-SIZE", "F-ROLE", "R-TERR", "R-DUP"),
            Phase.AFTER, List.of("C-UNREACH", "N-TIMING", "N-NONEED", "F-ROLE"));

    private static final int MOST = 3;
    private static final int FEW_TOUCHES = 2;
    private static final int OLD_DAYS = 21;
    private static final String SYSTEM = "system";

    private final List<CriterionResult> criteria;
    private final List<Card.Engagement> timeline;
    private final List<Handoff> earlier;
    private final Instant now;

    /**
     * @param timeline newest first
     * @param earlier latest first
     */
    Suggestions(List<CriterionResult> criteria, List<Card.Engagement> timeline, List<Handoff> earlier, Instant now) {
        this.criteria = criteria;
        this.timeline = timeline;
        this.earlier = earlier;
        this.now = now;
    }

    private record Sign(String code, double weight, String evidence) {}

    /** @param offered what may be chosen */
    List<Card.Suggested> of(List<Reason> offered, Phase phase) {
        List<Reason> legal =
                offered.stream().filter(reason -> reason.legalIn(phase)).toList();
        Stream<Sign> signs = legal.stream()
                .filter(reason -> !reason.group().equals(SYSTEM))
                .flatMap(reason -> Stream.of(byCriteria(reason), byActivity(reason), byCycles(reason))
                        .flatMap(each -> each))
                .sorted(Comparator.comparingDouble(Sign::weight).reversed());
        Stream<Sign> usual = USUAL.getOrDefault(phase, List.of()).stream().map(code -> new Sign(code, 0, ""));
        List<Card.Suggested> chosen = new ArrayList<>();
        Stream.concat(signs, usual).forEach(sign -> {
            boolean offers =
                    legal.stream().anyMatch(reason -> reason.code().value().equals(sign.code()));
            boolean known = chosen.stream().anyMatch(each -> each.code().equals(sign.code()));
            if (offers && !known && chosen.size() < MOST) {
                chosen.add(new Card.Suggested(phase, sign.code(), sign.evidence()));
            }
        });
        return chosen;
    }

    private Stream<Sign> byCriteria(Reason reason) {
        return criteria.stream()
                .filter(criterion -> reason.implicates().contains("fit." + criterion.id()))
                .filter(criterion -> criterion.result() != Truth.TRUE)
                .map(criterion -> new Sign(
                        reason.code().value(),
                        criterion.result() == Truth.FALSE ? 4 : 2,
                        criterion.called() + ": " + criterion.seen()));
    }

    private Stream<Sign> byActivity(Reason reason) {
        if (!reason.implicates().contains("engagement") || timeline.isEmpty()) {
            return Stream.empty();
        }
        Instant newest = timeline.get(0).on().atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        Duration age = Duration.between(newest, now);
        boolean old = age.compareTo(Duration.ofDays(OLD_DAYS)) > 0;
        if (timeline.size() > FEW_TOUCHES && !old) {
            return Stream.empty();
        }
        String count = timeline.size() == 1 ? "1 touch" : timeline.size() + " touches";
        return Stream.of(new Sign(reason.code().value(), old ? 3 : 1.5, count + ", the latest " + ago(age)));
    }

    private Stream<Sign> byCycles(Reason reason) {
        Optional<Handoff> said = earlier.stream()
                .filter(handoff -> handoff.reason().equals(Optional.of(reason.code())))
                .findFirst();
        return said.stream()
                .map(handoff -> new Sign(reason.code().value(), 2.5, "Said in cycle " + handoff.cycle() + ", too"));
    }

    private static String ago(Duration age) {
        long days = age.toDays();
        if (days <= 0) {
            return "today";
        }
        return days == 1 ? "yesterday" : days + " days ago";
    }

    static boolean offered(Reason reason) {
        return reason.starter() || reason.code().equals(ReasonCode.NO_REASON);
    }
}
