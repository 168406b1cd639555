package io.leadloop.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadloop.failure.CallFailed;
import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.api.Test;

final class SoqlTest {

    @Test
    void aQuoteCannotLeaveItsLiteral() {
        assertThat(Soql.text("O'Neil\\' OR Name != '")).isEqualTo("'O\\'Neil\\\\\\' OR Name != \\''");
        assertThat(Soql.text("a\nb")).isEqualTo("'a\\nb'");
    }

    @Test
    void momentsAreUtcWithoutQuotes() {
        assertThat(Soql.moment(Instant.parse("2026-01-01T10:04:05Z"))).isEqualTo("2026-01-01T10:04:05.000Z");
    }

    @Test
    void aNameThatIsNoneIsRefused() {
        assertThat(Soql.name("Owner.Name")).isEqualTo("Owner.Name");
        assertThatThrownBy(() -> Soql.name("Id FROM User --")).isInstanceOf(CallFailed.class);
        assertThatThrownBy(() -> Soql.name("")).isInstanceOf(CallFailed.class);
    }

    @Test
    void longListsAreCutIntoStatementsThatFit() {
        assertThat(Chunks.of(Collections.nCopies(2_500, "'00Q000000000001AAA'")))
                .hasSize(3);
        assertThat(Chunks.of(Collections.nCopies(40, "'" + "x".repeat(4_000) + "'")))
                .allSatisfy(chunk -> assertThat(String.join(", ", chunk)).hasSizeLessThan(100_000));
    }

    @Test
    void aValueThatNoRecordCanHaveIsNotAskedFor() {
        FieldForm text = new FieldForm("string", 0, false);
        assertThat(text.literal("x".repeat(4_001))).isEmpty();
        assertThat(text.literal("a\u0000b")).isEmpty();
        assertThat(new FieldForm("double", 2, false).literal("1 OR 1=1")).isEmpty();
        assertThat(new FieldForm("double", 2, false).literal("1e3")).contains("1000");
    }
}
