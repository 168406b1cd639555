package io.leadloop.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {

    private final Likeness likeness = new Likeness(SmallMapping.MAPPING);

    @ParameterizedTest(name = "{0}: {1} and {2}")
    @CsvSource({
        "At, 2026-03-02T09:00:00Z, 2026-03-02T09:00:00.000Z, true",
        "At, 2026-03-02T09:00:00Z, 2026-03-02T10:00:00+01:00, true",
        "At, 2026-03-02T09:00:00Z, 1772442000000, true",
        "At, 2026-03-02T09:00:00.900Z, 2026-03-02T09:00:00.000Z, true",
        "At, 2026-03-02T09:00:00Z, 2026-03-02T09:00:01Z, false",
        "At, not a time, not a time either, false",
        "Status, Working, In Work, true",
        "Status, Working, Lost, false",
        "Status, Working, unheard of, false",
        "Status, unheard of, never heard of, false",
        "Title, CEO, CEO, true",
        "Title, CEO, ceo, false",
        "Title, CEO, '', false",
        "Title, '', '', true",
        "Nowhere, a, b, false",
    })
    void twoTextsAreAlikeIfTheySayTheSame(String field, String one, String other, boolean alike) {
        assertThat(likeness.same(
                        SmallMapping.LEAD, SmallMapping.field(field), SmallMapping.text(one), SmallMapping.text(other)))
                .isEqualTo(alike);
        assertThat(likeness.same(
                        SmallMapping.LEAD, SmallMapping.field(field), SmallMapping.text(other), SmallMapping.text(one)))
                .isEqualTo(alike);
    }
}
