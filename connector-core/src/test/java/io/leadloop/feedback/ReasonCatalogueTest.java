package io.leadloop.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.leadloop.canonical.ReasonCode;
import io.leadloop.language.Problem;
import io.leadloop.language.Problems;
import io.leadloop.language.Source;
import io.leadloop.language.YamlFile;
import io.leadloop.lifecycle.Ask;
import io.leadloop.lifecycle.Phase;
import io.leadloop.lifecycle.Route;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReasonCatalogueTest {

    static final String SMALL = """
            reasons: small
            version: 1
            rows:
              - { code: S-NOREASON, group: system, label: None of these fit, hint: h, phases: [before, after, system], route: nurture, counts: sales, asks: [comment] }
              - { code: F-SIZE, group: fit, label: Company too small, hint: h, phases: [before, after], route: nurture, delay: P180D, counts: definition, implicates: [fit.size], now: low-touch 180 days, starter: true }
              - { code: F-ENGAGE, group: fit, label: Too little activity, hint: h, phases: [before], route: nurture, delay: P30D, counts: definition }
              - { code: R-TERR, group: routing, label: Wrong owner, hint: h, phases: [before], route: route, counts: operations }
              - { code: R-DUP, group: routing, label: Duplicate, hint: h, phases: [before], route: fix, counts: operations, now: merge proposed }
              - { code: F-MARKET, group: fit, label: Not served, hint: h, phases: [before, after], route: disqualify, counts: definition }
              - { code: N-NONEED, group: need, label: No need, hint: h, phases: [after, lost], route: disqualify, delay: P365D, counts: definition }
              - { code: N-TIMING, group: need, label: "Right, but later", hint: h, phases: [after], route: nurture, counts: buyer, asks: [date] }
              - { code: O-LOCKED, group: obstacle, label: Under contract, hint: h, phases: [after], route: nurture, lead: P120D, counts: buyer, asks: [date] }
              - { code: X-OPTOUT, group: exclusion, label: No contact, hint: h, phases: [before, after], route: stop, counts: nobody, excludes: true }
              - { code: S-EXPIRED, group: system, label: Not answered, hint: h, phases: [system], route: nurture, counts: sales }
            """;

    private final Problems problems = new Problems();

    static ReasonCatalogue small() {
        Problems problems = new Problems();
        ReasonCatalogue catalogue = read(SMALL, problems);
        problems.throwIfAny();
        return catalogue;
    }

    private static ReasonCatalogue read(String text, Problems problems) {
        return ReasonCatalogue.read(
                YamlFile.read(Source.of(Map.of("reasons.yaml", text)), "reasons.yaml", problems)
                        .orElseThrow(),
                problems);
    }

    @Test
    void aRowSaysAllThatTheLoopMustKnow() {
        Reason size = small().find(new ReasonCode("F-SIZE")).orElseThrow();
        assertThat(size.label()).isEqualTo("Company too small");
        assertThat(size.route()).isEqualTo(Route.NURTURE);
        assertThat(size.delay()).contains(Duration.ofDays(180));
        assertThat(size.counts()).isEqualTo(Counts.DEFINITION);
        assertThat(size.implicates()).containsExactly("fit.size");
        assertThat(size.legalIn(Phase.AFTER)).isTrue();
        assertThat(size.legalIn(Phase.LOST)).isFalse();
        assertThat(size.starter()).isTrue();
        assertThat(small().find(new ReasonCode("N-TIMING")).orElseThrow().asks())
                .containsExactly(Ask.DATE);
        assertThat(small().find(new ReasonCode("X-OPTOUT")).orElseThrow().excludes())
                .isTrue();
    }

    @Test
    void noneOfTheseFitIsTheLastChoice() {
        assertThat(small().choices(Phase.BEFORE))
                .extracting(reason -> reason.code().value())
                .containsExactly("F-SIZE", "F-ENGAGE", "R-TERR", "R-DUP", "F-MARKET", "X-OPTOUT", "S-NOREASON");
        assertThat(small().choices(Phase.LOST))
                .extracting(reason -> reason.code().value())
                .containsExactly("N-NONEED");
    }

    @Test
    void everyMistakeIsNamedWithItsPlace() {
        read("""
                reasons: broken
                rows:
                  - { code: F-SIZE, group: fit, label: A label that is far too long for a phone, hint: h, phases: [befor], route: nurtur, counts: definition }
                  - { code: F-SIZE, group: fit, label: Again, hint: h, phases: [before], route: nurture, counts: definition }
                  - { code: F-ROLE, group: fit, label: Role, phases: [before], route: nurture, counts: definition, delay: soon, starter: yes, colour: red }
                """, problems);
        assertThat(problems.list()).extracting(Problem::what).satisfies(what -> {
            assertThat(what).anyMatch(each -> each.contains("label has 40 characters"));
            assertThat(what).anyMatch(each -> each.contains("'befor' is none of the phases"));
            assertThat(what).anyMatch(each -> each.contains("nurtur"));
            assertThat(what).anyMatch(each -> each.contains("F-SIZE stands twice"));
            assertThat(what).anyMatch(each -> each.contains("'hint' is missing"));
            assertThat(what).anyMatch(each -> each.contains("'delay' is 'soon'"));
            assertThat(what).anyMatch(each -> each.contains("'starter' is neither true nor false"));
            assertThat(what).anyMatch(each -> each.contains("colour"));
            assertThat(what).anyMatch(each -> each.contains("S-NOREASON is missing"));
            assertThat(what).anyMatch(each -> each.contains("S-EXPIRED is missing"));
        });
        assertThat(problems.list()).extracting(each -> each.where().line()).contains(3, 4, 5);
    }

    @Test
    void aCodeThatStandsTwiceIsRefused() {
        Reason size = small().find(new ReasonCode("F-SIZE")).orElseThrow();
        assertThatIllegalArgumentException().isThrownBy(() -> new ReasonCatalogue(List.of(size, size)));
    }
}
