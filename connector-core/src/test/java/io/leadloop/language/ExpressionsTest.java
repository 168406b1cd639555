package io.leadloop.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.canonical.FieldType;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.Truth;
import io.leadloop.canonical.View;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExpressionsTest {

    private static final Names NAMES = Names.NONE
            .and(
                    "person",
                    Map.of(
                            "email", FieldType.EMAIL,
                            "roleClass", FieldType.CHOICE,
                            "internal", FieldType.FLAG,
                            "tags", FieldType.CHOICES,
                            "since", FieldType.MOMENT,
                            "born", FieldType.DAY))
            .and("company", Map.of("employees", FieldType.NUMBER))
            .and("", Map.of("fit", FieldType.NUMBER, "raise", FieldType.FLAG))
            .andOpen("marketing");

    private final Expressions expressions = new Expressions(NAMES);
    private final Problems problems = new Problems();

    @Test
    void numbersCompareAsNumbersWhetherWholeOrNot() {
        assertThat(test("company.employees >= 200", employees("200"))).isEqualTo(Truth.TRUE);
        assertThat(test("company.employees >= 200", employees("199.5"))).isEqualTo(Truth.FALSE);
        assertThat(test("company.employees == 200", employees("200.0"))).isEqualTo(Truth.TRUE);
        assertThat(test("company.employees > 199.5", employees("200"))).isEqualTo(Truth.TRUE);
        assertThat(test("company.employees == 199.5", employees("199.50"))).isEqualTo(Truth.TRUE);
    }

    @Test
    void anAbsentFieldMakesTheAnswerUnknownUnlessTheOtherHalfDecides() {
        View nobody = View.of("person", Map.of("internal", new FieldValue.Flag(true)));
        assertThat(test("company.employees >= 200", nobody)).isEqualTo(Truth.UNKNOWN);
        assertThat(test("company.employees >= 200 || person.internal", nobody)).isEqualTo(Truth.TRUE);
        assertThat(test("company.employees >= 200 && !person.internal", nobody)).isEqualTo(Truth.FALSE);
        assertThat(test("company.employees >= 200 && person.internal", nobody)).isEqualTo(Truth.UNKNOWN);
        assertThat(test("!(company.employees >= 200)", nobody)).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void hasIsFalseForAbsentAndForBlank() {
        assertThat(test("has(person.email)", View.of("person", Map.of()))).isEqualTo(Truth.FALSE);
        assertThat(test("has(person.email)", View.of("person", Map.of("email", FieldValue.BLANK))))
                .isEqualTo(Truth.FALSE);
        assertThat(test("has(person.email)", person("email", "a@b.example"))).isEqualTo(Truth.TRUE);
    }

    @Test
    void aBlankTextIsTheEmptyTextAndABlankChoiceIsUnknown() {
        assertThat(test("person.email == ''", View.of("person", Map.of("email", FieldValue.BLANK))))
                .isEqualTo(Truth.TRUE);
        assertThat(test("person.roleClass in ['DECIDER']", View.of("person", Map.of("roleClass", FieldValue.BLANK))))
                .isEqualTo(Truth.UNKNOWN);
        assertThat(test("person.roleClass in ['DECIDER']", person("roleClass", "DECIDER")))
                .isEqualTo(Truth.TRUE);
    }

    @Test
    void aMomentIsATimestampADayItsBeginningAndChoicesAList() {
        View view = View.of(
                "person",
                Map.of(
                        "since",
                        new FieldValue.Moment(Instant.parse("2026-03-02T09:00:00Z")),
                        "born",
                        new FieldValue.Day(LocalDate.of(2026, 3, 2)),
                        "tags",
                        new FieldValue.Choices(List.of("a", "b"))));
        assertThat(test("person.since > timestamp('2026-03-02T08:59:59Z')", view))
                .isEqualTo(Truth.TRUE);
        assertThat(test("person.born == timestamp('2026-03-02T00:00:00Z')", view))
                .isEqualTo(Truth.TRUE);
        assertThat(test("person.tags.exists(t, t == 'b')", view)).isEqualTo(Truth.TRUE);
        assertThat(value("string(person.since).substring(0, 10)", view)).contains(new FieldValue.Text("2026-03-02"));
    }

    @Test
    void fieldsOfTheNamelessThingAreWrittenWithoutAPrefix() {
        View view = View.of("", Map.of("fit", number("60")));
        assertThat(test("fit >= 60 && (raise || fit > 50)", view)).isEqualTo(Truth.TRUE);
        assertThat(test("fit >= 60 && raise", view)).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void rawVendorFieldsOfARoleAreTextAndNeedNoDeclaration() {
        View view = View.of("marketing", Map.of("lifecyclestage", new FieldValue.Text("marketingqualifiedlead")));
        assertThat(test("marketing.lifecyclestage == 'marketingqualifiedlead'", view))
                .isEqualTo(Truth.TRUE);
        assertThat(test("marketing.anything == 'x'", view)).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void aValueExpressionWorksOnTextsAndAnErrorInItIsUnknown() {
        assertThat(value("person.email.split('@')[1]", person("email", "a@b.example")))
                .contains(new FieldValue.Text("b.example"));
        assertThat(value("person.email.split('@')[1]", person("email", "nonsense")))
                .isEmpty();
        assertThat(value("person.email.split('@')[1]", View.of("person", Map.of())))
                .isEmpty();
    }

    @Test
    void aPatternIsFoundAnywhereInTheTextWhetherItIsWrittenOrComesFromAField() {
        View view = View.of(
                "marketing",
                Map.of("title", new FieldValue.Text("Head of Sales"), "pattern", new FieldValue.Text("of [A-Z]")));
        assertThat(test("marketing.title.matches('of [A-Z]')", view)).isEqualTo(Truth.TRUE);
        assertThat(test("matches(marketing.title, '^of')", view)).isEqualTo(Truth.FALSE);
        assertThat(test("marketing.title.matches(marketing.pattern)", view)).isEqualTo(Truth.TRUE);
        assertThat(test("marketing.pattern.matches(marketing.title)", view)).isEqualTo(Truth.FALSE);
        assertThat(test("marketing.title.matches(marketing.nothing)", view)).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void anExpressionThatLoopsTooOftenIsUnknown() {
        String ten = "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9].all(";
        View anybody = person("email", "a@b.example");
        assertThat(test(ten + "x, " + ten + "y, x + y < 20))", anybody)).isEqualTo(Truth.TRUE);
        assertThat(test(ten + "x, " + ten + "y, " + ten + "z, x + y + z < 30)))", anybody))
                .isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void aNameThatDoesNotExistIsAProblemAtItsPlaceWithWhatWasMeant() {
        Optional<Condition> compiled =
                expressions.condition(scalar("person.internal || person.emial == 'x'"), problems);
        assertThat(compiled).isEmpty();
        assertThat(problems.list())
                .containsExactly(new Problem(
                        "The expression names 'person.emial', which does not exist",
                        new Location("f.yaml", 3, 29),
                        "Write 'person.email'"));
    }

    @Test
    void aWrongExpressionIsAProblemAtItsPlace() {
        expressions.condition(scalar("person.internal &&& true"), problems);
        expressions.condition(scalar("person.email + 1 == 'x'"), problems);
        expressions.condition(scalar("person.email"), problems);
        expressions.condition(scalar("person.email == '" + "x".repeat(3000) + "'"), problems);
        assertThat(problems.list()).hasSize(4).allSatisfy(problem -> {
            assertThat(problem.where().file()).isEqualTo("f.yaml");
            assertThat(problem.where().line()).isEqualTo(3);
        });
    }

    @Test
    void aWrongPatternIsAProblemIfItIsWrittenAndUnknownIfItComesFromAField() {
        assertThat(expressions.condition(scalar("person.email.matches('^(vp')"), problems))
                .isEmpty();
        assertThat(problems.list())
                .containsExactly(new Problem(
                        "The expression has a wrong pattern: missing closing )",
                        new Location("f.yaml", 3, 9),
                        "Correct the pattern '^(vp'"));
        View view = View.of("marketing", Map.of("pattern", new FieldValue.Text("^(vp")));
        Condition condition = expressions
                .condition(scalar("'vp'.matches(marketing.pattern)"), new Problems())
                .orElseThrow();
        assertThat(condition.test(view)).isEqualTo(Truth.UNKNOWN);
    }

    private Truth test(String text, View view) {
        Optional<Condition> condition = expressions.condition(scalar(text), problems);
        assertThat(problems.list()).isEmpty();
        return condition.orElseThrow().test(view);
    }

    private Optional<FieldValue> value(String text, View view) {
        Optional<Expression> expression = expressions.value(scalar(text), problems);
        assertThat(problems.list()).isEmpty();
        return expression.orElseThrow().value(view);
    }

    private static YamlNode.Scalar scalar(String text) {
        return new YamlNode.Scalar(text, new Location("f.yaml", 3, 9), new Location("f.yaml", 3, 10), false);
    }

    private static FieldValue number(String text) {
        return new FieldValue.Number(new BigDecimal(text));
    }

    private static View employees(String number) {
        return View.of("company", Map.of("employees", number(number)));
    }

    private static View person(String field, String text) {
        return View.of("person", Map.of(field, new FieldValue.Text(text)));
    }
}
