package io.leadloop.app.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScrubbedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mail to dana.o'hara+x@northwind.example failed|mail to ***@*** failed",
                "GET https://acme--uat.my.salesforce.com/services/data|GET https://***/services/data",
                "jdbc:postgresql://db.acme.example:5432/leadloop|jdbc:postgresql://***/leadloop",
                "Authorization: Bearer abc.def|Authorization: ***",
                "token pat-eu1-1234-abcd ended|token *** ended",
                "session 00D5e0000001XyZ!AQ8A.x_y ended|session *** ended",
                "client_secret=hush&x=1|client_secret=***&x=1",
                "pass ended read=12 written=3|pass ended read=12 written=3"
            })
    void whatTellsSomebodyOrOpensSomethingIsGone(String line, String shown) {
        assertThat(Scrubbed.of(line)).isEqualTo(shown);
    }
}
