package io.leadloop.pipeline;

import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.Touchpoint;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Fact;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a person has used of ours, and whether it helped the rep. The panel in the CRM goes by the same words. */
public final class Content {

    /** As in the panel's leadLoopContent; a test compares. */
    public static final String WORDS =
            "^(e-book|webinar|docs page|pricing page|case study|white ?paper|video|guide|blog|article)\\b";

    private static final Pattern CONTENT = Pattern.compile(WORDS, Pattern.CASE_INSENSITIVE);
    private static final int MOST = 3;
    private static final String FACT = "content: ";

    private Content() {}

    /** At most three titles, the latest first. */
    public static List<String> of(AggregateState person) {
        return person.touches().stream()
                .sorted(Touchpoint.ORDER.reversed())
                .map(Touchpoint::said)
                .filter(text -> CONTENT.matcher(text).find())
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** {@code helped} or {@code did not help}; empty if nobody has said so. */
    public static Optional<String> vote(AggregateState person, String title) {
        return Optional.ofNullable(person.facts().get(FACT + title))
                .map(fact -> fact.value().text());
    }

    /** By the subject of its task: {@code Content helped: E-book: Plans (Jonas Brandt)}. */
    static Map<String, String> subjects(AggregateState person) {
        Map<String, String> subjects = new LinkedHashMap<>();
        person.facts().forEach((name, fact) -> {
            if (name.startsWith(FACT)) {
                String title = name.substring(FACT.length());
                subjects.put(title, "Content " + fact.value().text() + ": " + title + " (" + fact.because() + ")");
            }
        });
        return subjects;
    }

    static AggregateState voted(AggregateState person, String title, boolean helped, String name, Instant at) {
        if (vote(person, title).isPresent()) {
            return person;
        }
        FieldValue value = new FieldValue.Text(helped ? "helped" : "did not help");
        return person.withFact(FACT + title, new Fact(value, Optional.empty(), at, at, at, name, "api"));
    }
}
