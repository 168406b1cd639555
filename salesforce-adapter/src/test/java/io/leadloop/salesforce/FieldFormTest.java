package io.leadloop.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.canonical.FieldValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FieldFormTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "string|  Acme |Acme",
                "email|Ann@Person.Example|ann@person.example",
                "double|3|3.0",
                "currency|10000000.005|10000000.01",
                "boolean|TRUE|true",
                "datetime|2026-05-04T12:00:00.987+02:00|2026-05-04T10:00:00.000Z",
                "date|2026-05-04|2026-05-04",
                "int|7.0|7",
                "double|many|many"
            })
    void aValueComesBackAsSalesforceKeepsIt(String type, String written, String read) {
        assertThat(new FieldForm(type, 2, false).normalise(new FieldValue.Text(written)))
                .isEqualTo(new FieldValue.Text(read));
    }

    @Test
    void blanksStayBlankButABoxIsUnchecked() {
        assertThat(new FieldForm("string", 0, false).normalise(FieldValue.BLANK))
                .isEqualTo(FieldValue.BLANK);
        assertThat(new FieldForm("string", 0, false).normalise(new FieldValue.Text("  ")))
                .isEqualTo(FieldValue.BLANK);
        assertThat(new FieldForm("boolean", 0, false).normalise(FieldValue.BLANK))
                .isEqualTo(new FieldValue.Text("false"));
    }
}
