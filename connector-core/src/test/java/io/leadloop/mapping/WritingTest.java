package io.leadloop.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.WritePolicy;
import io.leadloop.language.Location;
import java.util.List;
import org.junit.jupiter.api.Test;

class WritingTest {

    private static final List<String> STAGES = List.of("lead", "marketingqualifiedlead", "customer");

    @Test
    void aForwardOnlyFieldNeverGoesBackAndNeverReplacesAWordItDoesNotKnow() {
        Writing writing = writing("marketingqualifiedlead", WritePolicy.ALWAYS, STAGES);
        assertThat(writing.mayReplace(new FieldValue.Text("lead"))).isTrue();
        assertThat(writing.mayReplace(FieldValue.BLANK)).isTrue();
        assertThat(writing.mayReplace(new FieldValue.Text("marketingqualifiedlead")))
                .isFalse();
        assertThat(writing.mayReplace(new FieldValue.Text("customer"))).isFalse();
        assertThat(writing.mayReplace(new FieldValue.Text("4711"))).isFalse();
    }

    @Test
    void onlyIfBlankLeavesWhatStandsThere() {
        Writing writing = writing("x", WritePolicy.ONLY_IF_BLANK, List.of());
        assertThat(writing.mayReplace(FieldValue.BLANK)).isTrue();
        assertThat(writing.mayReplace(new FieldValue.Text("y"))).isFalse();
        assertThat(writing("x", WritePolicy.ALWAYS, List.of()).mayReplace(new FieldValue.Text("y")))
                .isTrue();
    }

    @Test
    void aStarStandsForAnythingAndTheFirstPatternThatFitsCounts() {
        assertThat(new TouchRule.TypePattern("E-book:*", "A").fits("E-book: Pipeline"))
                .isTrue();
        assertThat(new TouchRule.TypePattern("E-book:*", "A").fits("An E-book: Pipeline"))
                .isFalse();
        assertThat(new TouchRule.TypePattern("*webinar*2026", "A").fits("our webinar of 2026"))
                .isTrue();
        assertThat(new TouchRule.TypePattern("ab*ba", "A").fits("aba")).isFalse();
        assertThat(new TouchRule.TypePattern("exact", "A").fits("exactly")).isFalse();
    }

    private static Writing writing(String value, WritePolicy policy, List<String> order) {
        return new Writing(new FieldValue.Text(value), "leadStatus", policy, Location.start("f.yaml"), 1, false, order);
    }
}
