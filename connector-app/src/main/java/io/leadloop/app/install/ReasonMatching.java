package io.leadloop.app.install;

import io.leadloop.feedback.Reason;
import io.leadloop.feedback.ReasonCatalogue;
import io.leadloop.spi.ObjectSchema;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds the reason behind a word of somebody's own list: by the words that label, hint and a few usual names share. It
 * proposes; a person reads the draft. What is below {@link #ENOUGH} is left open.
 */
public final class ReasonMatching {

    /** Below this a proposal would mislead more often than it helps. */
    static final double ENOUGH = 0.5;

    private static final double BY_HINT = 0.6;

    private static final Set<String> EMPTY_WORDS = Set.of(
            "a", "an", "and", "are", "as", "at", "be", "by", "for", "has", "in", "is", "it", "lead", "no", "not", "of",
            "on", "or", "other", "our", "own", "right", "that", "the", "this", "to", "too", "was", "we", "with",
            "wrong");

    /** What such lists usually call it. */
    private static final Map<String, List<String>> USUAL = Map.ofEntries(
            Map.entry("R-TERR", List.of("wrong territory", "wrong region", "wrong owner", "territory")),
            Map.entry("R-SEGMENT", List.of("wrong segment", "wrong product", "other product team")),
            Map.entry("R-OPENOPP", List.of("open opportunity", "existing opportunity", "active deal")),
            Map.entry("R-CUSTOMER", List.of("existing customer", "current customer", "already customer")),
            Map.entry("R-PARTNER", List.of("partner", "reseller", "channel partner")),
            Map.entry("R-DUP", List.of("duplicate", "duplicate lead", "duplicate record")),
            Map.entry("D-MISSING", List.of("bad data", "incomplete data", "bad contact information", "invalid data")),
            Map.entry("D-EMAIL", List.of("bounced", "invalid email", "bad email")),
            Map.entry("D-PHONE", List.of("wrong number", "bad phone number", "invalid phone")),
            Map.entry("D-LEFT", List.of("left company", "no longer with company", "no longer there")),
            Map.entry("F-SIZE", List.of("too small", "company size", "company too small")),
            Map.entry("F-MARKET", List.of("wrong industry", "not in market", "industry", "country not served")),
            Map.entry("F-ROLE", List.of("wrong contact", "not decision maker", "wrong person")),
            Map.entry("F-ENGAGE", List.of("not engaged", "low activity", "low engagement")),
            Map.entry("F-NONBUYER", List.of("competitor", "student", "job seeker", "vendor")),
            Map.entry(
                    "C-UNREACH",
                    List.of("no response", "unreachable", "unresponsive", "could not contact", "no answer")),
            Map.entry("N-TIMING", List.of("bad timing", "not ready", "timing", "future interest", "nurture")),
            Map.entry("N-RESEARCH", List.of("just researching", "just browsing", "information only")),
            Map.entry("N-BUDGET", List.of("no budget", "budget", "no funding")),
            Map.entry("N-AUTHORITY", List.of("no authority", "authority")),
            Map.entry("N-NONEED", List.of("not interested", "no interest", "no need")),
            Map.entry("O-COMPETITOR", List.of("chose competitor", "uses competitor", "lost to competitor")),
            Map.entry("O-LOCKED", List.of("under contract", "locked in contract")),
            Map.entry("O-CAPABILITY", List.of("missing feature", "product gap", "lacks feature")),
            Map.entry("X-OPTOUT", List.of("opt out", "unsubscribed", "do not contact")),
            Map.entry("X-SPAM", List.of("spam", "fake", "junk", "test")));

    private final List<Reason> reasons;

    public ReasonMatching(ReasonCatalogue catalogue) {
        reasons = catalogue.all();
    }

    /** One for each value, in their order. */
    public List<ReasonMatch> of(List<ObjectSchema.AllowedValue> values) {
        return values.stream().map(this::of).toList();
    }

    private ReasonMatch of(ObjectSchema.AllowedValue value) {
        Map<String, Double> scores = new HashMap<>();
        for (Reason reason : reasons) {
            String code = reason.code().value();
            scores.put(code, Math.max(score(value.label(), reason), score(value.value(), reason)));
        }
        List<Map.Entry<String, Double>> best = scores.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(2)
                .toList();
        boolean clear = best.size() < 2 || best.get(0).getValue() > best.get(1).getValue();
        double confidence = best.isEmpty() ? 0 : best.get(0).getValue();
        return new ReasonMatch(
                value,
                clear && confidence >= ENOUGH ? Optional.of(best.get(0).getKey()) : Optional.empty(),
                confidence);
    }

    private static double score(String text, Reason reason) {
        if (plain(text).equals(plain(reason.label()))
                || text.equalsIgnoreCase(reason.code().value())) {
            return 1;
        }
        double best = Math.max(overlap(text, reason.label()), BY_HINT * overlap(text, reason.hint()));
        for (String usual : USUAL.getOrDefault(reason.code().value(), List.of())) {
            best = Math.max(best, plain(text).equals(plain(usual)) ? 0.9 : 0.8 * overlap(text, usual));
        }
        return best;
    }

    /** Shared words over all words. */
    private static double overlap(String one, String other) {
        Set<String> first = words(one);
        Set<String> second = words(other);
        if (first.isEmpty() || second.isEmpty()) {
            return 0;
        }
        Set<String> shared = new HashSet<>(first);
        shared.retainAll(second);
        Set<String> all = new HashSet<>(first);
        all.addAll(second);
        return (double) shared.size() / all.size();
    }

    private static Set<String> words(String text) {
        return Arrays.stream(plain(text).split(" "))
                .filter(word -> !word.isBlank() && !EMPTY_WORDS.contains(word))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip();
    }
}
