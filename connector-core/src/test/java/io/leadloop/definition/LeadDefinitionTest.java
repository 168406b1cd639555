package io.leadloop.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.CriterionResult;
import io.leadloop.canonical.FieldType;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.ReasonCode;
import io.leadloop.canonical.RecordRef;
import io.leadloop.canonical.Touchpoint;
import io.leadloop.canonical.Truth;
import io.leadloop.canonical.View;
import io.leadloop.language.Expressions;
import io.leadloop.language.Names;
import io.leadloop.language.Problem;
import io.leadloop.language.Problems;
import io.leadloop.language.Source;
import io.leadloop.language.YamlFile;
import io.leadloop.language.YamlTable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LeadDefinitionTest {

    private static final Instant NOW = Instant.parse("2026-04-10T08:00:00Z");
    private static final Names NAMES = Names.NONE
            .and("person", Map.of("roleClass", FieldType.CHOICE, "email", FieldType.EMAIL))
            .and("company", Map.of("employees", FieldType.NUMBER, "customerSince", FieldType.DAY))
            .andOpen("marketing");
    private static final String MQL = """
            definition: mql
            version: 7
            effective: 2026-04-01
            approved-by: { marketing: "VP Demand", sales: "VP Sales" }
            criteria:
              - { id: size,    fit: "company.employees >= 200", points: 30, unknown: fix }
              - { id: role,    fit: "person.roleClass in ['DECIDER', 'INFLUENCER']", points: 30, hard: true }
              - { id: pages,   touches: { type: [PAGE_PRICING, PAGE_DOCS], within: P30D }, count: ">= 2", points: 20, half-life: P14D, cap: 20 }
              - { id: ebook,   touches: { type: [CONTENT_DOWNLOAD], within: P90D }, count: ">= 1", points: 20, cap: 20 }
              - { id: webinar, touches: { type: [WEBINAR_ATTENDED], within: P90D }, count: ">= 1", points: 15, half-life: P30D }
              - { id: raise,   touches: { type: [DEMO_REQUEST, CONTACT_SALES], within: P14D }, count: ">= 1", points: 60 }
            exclude:
              - { id: customer, when: "has(company.customerSince)", reason: R-CUSTOMER }
            qualify: "fit >= 60 && (raise || engagement >= 20)"
            """;

    private static YamlTable table(String text, Problems problems) {
        return YamlFile.read(Source.of(Map.of("mql.yaml", text)), "mql.yaml", problems)
                .orElseThrow();
    }

    private static Optional<LeadDefinition> read(String text, Problems problems) {
        return LeadDefinition.read(
                table(text, problems), NAMES, code -> code.value().equals("R-CUSTOMER"), problems);
    }

    private static LeadDefinition definition(String text) {
        Problems problems = new Problems();
        Optional<LeadDefinition> read = read(text, problems);
        problems.throwIfAny();
        return read.orElseThrow();
    }

    private static View person(Optional<Integer> employees, String role) {
        Map<String, FieldValue> company = new HashMap<>();
        employees.ifPresent(count -> company.put("employees", new FieldValue.Number(BigDecimal.valueOf(count))));
        return View.of("person", Map.of("roleClass", FieldValue.ofText(role))).and("company", company);
    }

    private static View influencer() {
        return person(Optional.of(240), "INFLUENCER");
    }

    private static Touchpoint touch(String type, Duration ago) {
        RecordRef source = new RecordRef(new ConnectionId("marketing"), new ObjectType("contact"), "1");
        return new Touchpoint(type + ago, type, "", "page", Optional.empty(), NOW.minus(ago), true, source);
    }

    private static List<Touchpoint> worked() {
        return List.of(
                touch("PAGE_PRICING", Duration.ofDays(7)),
                touch("PAGE_PRICING", Duration.ofDays(7).plusMinutes(1)),
                touch("WEBINAR_ATTENDED", Duration.ofDays(30)));
    }

    private static List<String> pivotal(Evaluation evaluation) {
        return evaluation.criteria().stream()
                .filter(CriterionResult::pivotal)
                .map(CriterionResult::id)
                .toList();
    }

    @Test
    void theWorkedPersonQualifiesAndEachOfFourCriteriaWasNeeded() {
        Evaluation evaluation = definition(MQL).evaluate(influencer(), worked(), NOW);
        assertThat(evaluation.qualified()).isEqualTo(Truth.TRUE);
        assertThat(evaluation.fit()).isEqualTo(60);
        assertThat(evaluation.engagement()).isCloseTo(21.642, within(0.001));
        assertThat(evaluation.criteria().get(2).points()).isCloseTo(14.142, within(0.001));
        assertThat(evaluation.criteria().get(4).points()).isCloseTo(7.5, within(0.0001));
        assertThat(pivotal(evaluation)).containsExactly("size", "role", "pages", "webinar");
        assertThat(evaluation.newestEngagement()).contains(NOW.minus(Duration.ofDays(7)));
    }

    @Test
    void aHigherBarKeepsTheSamePersonOut() {
        LeadDefinition tighter = definition(MQL.replace("engagement >= 20", "engagement >= 25"));
        Evaluation evaluation = tighter.evaluate(influencer(), worked(), NOW);
        assertThat(evaluation.qualified()).isEqualTo(Truth.FALSE);
        assertThat(pivotal(evaluation)).isEmpty();
    }

    @Test
    void oneEbookOfSixWeeksAgoIsEnough() {
        Evaluation evaluation =
                definition(MQL).evaluate(influencer(), List.of(touch("CONTENT_DOWNLOAD", Duration.ofDays(41))), NOW);
        assertThat(evaluation.qualified()).isEqualTo(Truth.TRUE);
        assertThat(pivotal(evaluation)).containsExactly("size", "role", "ebook");
        assertThat(evaluation.handRaise()).isFalse();
    }

    @Test
    void theEvidenceIsInWords() {
        Evaluation evaluation = definition(MQL).evaluate(influencer(), worked(), NOW);
        assertThat(evaluation.criteria())
                .extracting(CriterionResult::seen)
                .containsExactly(
                        "240 employees",
                        "has a say",
                        "2 visits of the pricing page, the latest 7 days ago",
                        "none within 90 days",
                        "1 webinar, the latest 30 days ago",
                        "none within 14 days");
    }

    @Test
    void anUnknownSizeAsksForEnrichmentAndIsNoNo() {
        Evaluation evaluation = definition(MQL).evaluate(person(Optional.empty(), "DECIDER"), worked(), NOW);
        assertThat(evaluation.qualified()).isEqualTo(Truth.UNKNOWN);
        assertThat(evaluation.needsEnrichment()).isTrue();
        assertThat(evaluation.criteria().get(0).result()).isEqualTo(Truth.UNKNOWN);
        assertThat(evaluation.criteria().get(0).seen()).isEqualTo("employees unknown");
    }

    @Test
    void anUnknownThatCannotMatterIsNotAskedFor() {
        Evaluation wrongRole = definition(MQL).evaluate(person(Optional.empty(), "OTHER"), worked(), NOW);
        assertThat(wrongRole.qualified()).isEqualTo(Truth.FALSE);
        assertThat(wrongRole.needsEnrichment()).isFalse();
        Evaluation noTouch = definition(MQL).evaluate(person(Optional.empty(), "DECIDER"), List.of(), NOW);
        assertThat(noTouch.qualified()).isEqualTo(Truth.FALSE);
        LeadDefinition lenient = definition(MQL.replace("fit >= 60", "fit >= 30"));
        assertThat(lenient.evaluate(person(Optional.empty(), "DECIDER"), worked(), NOW)
                        .qualified())
                .isEqualTo(Truth.TRUE);
    }

    @Test
    void anUnknownCanBeSettledByTheDefinition() {
        View unknownSize = person(Optional.empty(), "DECIDER");
        assertThat(definition(MQL.replace("unknown: fix", "unknown: pass"))
                        .evaluate(unknownSize, worked(), NOW)
                        .qualified())
                .isEqualTo(Truth.TRUE);
        assertThat(definition(MQL.replace("unknown: fix", "unknown: fail"))
                        .evaluate(unknownSize, worked(), NOW)
                        .qualified())
                .isEqualTo(Truth.FALSE);
    }

    @Test
    void aHardCriterionStandsAboveAllPoints() {
        LeadDefinition generous = definition(MQL.replace("fit >= 60", "fit >= 30"));
        assertThat(generous.evaluate(person(Optional.of(500), "OTHER"), worked(), NOW)
                        .qualified())
                .isEqualTo(Truth.FALSE);
        LeadDefinition soft = definition(MQL.replace("fit >= 60", "fit >= 30").replace(", hard: true", ""));
        assertThat(soft.evaluate(person(Optional.of(500), "OTHER"), worked(), NOW)
                        .qualified())
                .isEqualTo(Truth.TRUE);
    }

    @Test
    void anExclusionStandsAboveAllAndNamesItsReason() {
        View customer = influencer()
                .and(
                        "company",
                        Map.of(
                                "employees", new FieldValue.Number(BigDecimal.valueOf(240)),
                                "customerSince", new FieldValue.Day(LocalDate.parse("2024-01-01"))));
        Evaluation evaluation = definition(MQL).evaluate(customer, worked(), NOW);
        assertThat(evaluation.qualified()).isEqualTo(Truth.FALSE);
        assertThat(evaluation.excluded()).contains(new ReasonCode("R-CUSTOMER"));
        assertThat(definition(MQL).evaluate(influencer(), worked(), NOW).excluded())
                .isEmpty();
    }

    @Test
    void whoAsksForADemoRaisesTheHand() {
        Instant asked = NOW.minus(Duration.ofDays(1));
        Evaluation evaluation =
                definition(MQL).evaluate(influencer(), List.of(touch("DEMO_REQUEST", Duration.ofDays(1))), NOW);
        assertThat(evaluation.qualified()).isEqualTo(Truth.TRUE);
        assertThat(evaluation.handRaisedAt()).contains(asked);
        assertThat(evaluation.criteria().get(5).seen()).isEqualTo("1 demo request, the latest yesterday");
    }

    @Test
    void aTouchCountsUntilTheEndOfItsTimeAndNotFromTheFuture() {
        LeadDefinition mql = definition(MQL);
        Duration fourteen = Duration.ofDays(14);
        assertThat(mql.evaluate(influencer(), List.of(touch("DEMO_REQUEST", fourteen)), NOW)
                        .handRaise())
                .isTrue();
        assertThat(mql.evaluate(influencer(), List.of(touch("DEMO_REQUEST", fourteen.plusSeconds(1))), NOW)
                        .handRaise())
                .isFalse();
        assertThat(mql.evaluate(influencer(), List.of(touch("DEMO_REQUEST", Duration.ofSeconds(-1))), NOW)
                        .handRaise())
                .isFalse();
    }

    @Test
    void theOrderOfTouchesDoesNotMatter() {
        List<Touchpoint> backwards = new ArrayList<>(worked());
        Collections.reverse(backwards);
        assertThat(definition(MQL).evaluate(influencer(), backwards, NOW))
                .isEqualTo(definition(MQL).evaluate(influencer(), worked(), NOW));
    }

    @Test
    void aVersionSaysWhoSignedItAndFromWhenItHolds() {
        LeadDefinition mql = definition(MQL);
        assertThat(mql.label()).isEqualTo("mql v7");
        assertThat(mql.effective()).isEqualTo(LocalDate.parse("2026-04-01"));
        assertThat(mql.approvals()).containsEntry("sales", "VP Sales").containsEntry("marketing", "VP Demand");
    }

    @Test
    void everyMistakeIsNamedAndNothingIsReadByHalves() {
        Problems problems = new Problems();
        Optional<LeadDefinition> broken = read("""
                definition: mql
                version: 8
                effective: next spring
                approved-by: { marketing: "VP Demand" }
                criteria:
                  - { id: size, fit: "company.employes >= 200", points: 30 }
                  - { id: both, fit: "company.employees > 1", touches: { type: [A], within: P1D } }
                  - { id: pages, touches: { type: [A], within: a month }, count: "two" }
                  - { id: fit, fit: "company.employees > 1", points: 5 }
                exclude:
                  - { id: customer, when: "has(company.customerSince)", reason: R-CUSTOMR }
                qualify: "fitt >= 60"
                """, problems);
        assertThat(broken).isEmpty();
        assertThat(problems.list()).extracting(Problem::what).satisfies(what -> {
            assertThat(what).anyMatch(each -> each.contains("'next spring' is not a day"));
            assertThat(what).anyMatch(each -> each.contains("Nobody of sales has approved"));
            assertThat(what).anyMatch(each -> each.contains("company.employes"));
            assertThat(what).anyMatch(each -> each.contains("either 'fit' or 'touches'"));
            assertThat(what).anyMatch(each -> each.contains("'within' is 'a month'"));
            assertThat(what).anyMatch(each -> each.contains("'count' is no comparison"));
            assertThat(what).anyMatch(each -> each.contains("'fit' cannot be told"));
            assertThat(what).anyMatch(each -> each.contains("R-CUSTOMR is not in the catalogue"));
            assertThat(what).anyMatch(each -> each.contains("'fitt'"));
        });
    }

    @Test
    void theCustomersOwnRuleMayDecideInstead() {
        Problems problems = new Problems();
        YamlTable file = table("qualify: { when: \"marketing.lifecyclestage == 'marketingqualifiedlead'\" }", problems);
        DelegatedRule rule = new DelegatedRule(file.table("qualify", problems)
                .scalar("when", problems)
                .flatMap(text -> new Expressions(NAMES).condition(text, problems))
                .orElseThrow());
        View mql = View.of("marketing", Map.of("lifecyclestage", FieldValue.ofText("marketingqualifiedlead")));
        View lead = View.of("marketing", Map.of("lifecyclestage", FieldValue.ofText("lead")));
        List<Touchpoint> demo = List.of(touch("DEMO_REQUEST", Duration.ofDays(3)));
        assertThat(rule.evaluate(mql, demo, NOW).qualified()).isEqualTo(Truth.TRUE);
        assertThat(rule.evaluate(mql, demo, NOW).handRaisedAt()).contains(NOW.minus(Duration.ofDays(3)));
        assertThat(rule.evaluate(lead, demo, NOW).qualified()).isEqualTo(Truth.FALSE);
        assertThat(rule.evaluate(View.of("marketing", Map.of()), demo, NOW).qualified())
                .isEqualTo(Truth.UNKNOWN);
    }
}
