package io.leadloop.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people read in place of our codes. */
class SpokenTest {

    @ParameterizedTest
    @CsvSource({
        "DIRECT_TRAFFIC, address typed in",
        "DECIDER, decides",
        "SOMETHING_NEW, something new",
        "USA, USA",
        "E-book: Pipeline basics, E-book: Pipeline basics"
    })
    void aValue(String code, String words) {
        assertThat(Spoken.value(code)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "1, PAGE_PRICING, 1 visit of the pricing page",
        "2, PAGE_PRICING, 2 visits of the pricing page",
        "3, CONTACT_SALES, 3 requests to talk to sales",
        "2, CONTENT_DOWNLOAD, 2 content downloads",
        "2, WEBINAR_ATTENDED, 2 webinars",
        "2, BOOTH_VISIT, 2 booth visits"
    })
    void soManyOfAThing(long number, String type, String words) {
        assertThat(Spoken.count(number, type)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"jobTitle, job title", "roleClass, buying role", "employees, employees"})
    void aField(String name, String words) {
        assertThat(Spoken.field(name)).isEqualTo(words);
    }

    @Test
    void aCriterionWithoutANameIsCalledByItsId() {
        assertThat(new CriterionResult("job-level", "", Truth.TRUE, "", 0, false).called())
                .isEqualTo("Job level");
        assertThat(new CriterionResult("raise", "Asked to be contacted", Truth.TRUE, "", 0, false).called())
                .isEqualTo("Asked to be contacted");
    }
}
