package io.leadloop.app.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.pipeline.Content;
import org.junit.jupiter.api.Test;

/** The card offers the same content as the panel in the CRM. */
class ContentLikePanelTest {

    @Test
    void bothGoByTheSameWords() {
        assertThat(PanelRule.source("leadLoopContent")).contains("const CONTENT = /" + Content.WORDS + "/i;");
    }
}
