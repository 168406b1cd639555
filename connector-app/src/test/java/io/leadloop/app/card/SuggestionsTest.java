package io.leadloop.app.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.canonical.CriterionResult;
import io.leadloop.canonical.Truth;
import io.leadloop.lifecycle.Phase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    @Test
    void whatTheDefinitionDidNotLikeComesFirst() {
        Suggestions suggestions = new Suggestions(
                List.of(
                        new CriterionResult("size", "", Truth.FALSE, "40 employees", 0, false),
                        new CriterionResult("role", "", Truth.UNKNOWN, "no job title", 0, false)),
                touches("2026-02-27", "2026-02-26", "2026-02-25"),
                List.of(),
                NOW);

        assertThat(suggestions.of(PanelRule.offered(), Phase.BEFORE))
                .extracting(each -> each.code() + " " + each.evidence())
                .containsExactly("F-SIZE Size: 40 employees", "F-ROLE Role: no job title", "F-ENGAGE ");
    }

    @Test
    void oldOrLittleActivityIsSaidInNumbers() {
        assertThat(first(touches("2026-01-20"))).isEqualTo("F-ENGAGE 1 touch, the latest 40 days ago");
        assertThat(first(touches("2026-03-01", "2026-02-28"))).isEqualTo("F-ENGAGE 2 touches, the latest today");
        assertThat(first(touches("2026-03-02", "2026-03-01", "2026-02-28"))).isEqualTo("F-ENGAGE ");
    }

    @Test
    void afterContactOnlyReasonsOfThenAreSuggested() {
        Suggestions suggestions = new Suggestions(List.of(), List.of(), List.of(), NOW);

        assertThat(suggestions.of(PanelRule.offered(), Phase.AFTER))
                .extracting(Card.Suggested::code)
                .containsExactly("C-UNREACH", "N-TIMING", "N-NONEED");
    }

    @Test
    void whatIsSaidMostIsThePanelsList() {
        assertThat(Suggestions.USUAL.get(Phase.BEFORE)).isEqualTo(PanelRule.usual("before"));
        assertThat(Suggestions.USUAL.get(Phase.AFTER)).isEqualTo(PanelRule.usual("after"));
    }

    private static String first(List<Card.Engagement> timeline) {
        Card.Suggested first = new Suggestions(List.of(), timeline, List.of(), NOW)
                .of(PanelRule.offered(), Phase.BEFORE)
                .get(0);
        return first.code() + " " + first.evidence();
    }

    private static List<Card.Engagement> touches(String... days) {
        return java.util.Arrays.stream(days)
                .map(day -> new Card.Engagement(LocalDate.parse(day), "E-book"))
                .toList();
    }
}
