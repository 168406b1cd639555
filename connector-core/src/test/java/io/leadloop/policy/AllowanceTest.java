package io.leadloop.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.canonical.Lane;
import org.junit.jupiter.api.Test;

class AllowanceTest {

    private static final long VENDOR = 10_000;
    private final Allowance allowance = new Allowance(5_000, 20);

    @Test
    void whatIsLeftToOthersIsNeverTouched() {
        for (Lane lane : Lane.values()) {
            assertThat(allowance.permits(lane, 4_000, VENDOR)).as(lane.name()).isFalse();
        }
        assertThat(allowance.permits(Lane.CONSENT, 3_999, VENDOR)).isTrue();
    }

    @Test
    void theLastFifthOfOurPartIsKeptForConsentAndFeedback() {
        assertThat(allowance.permits(Lane.STATUS, 3_199, VENDOR)).isTrue();
        assertThat(allowance.permits(Lane.STATUS, 3_200, VENDOR)).isFalse();
        assertThat(allowance.permits(Lane.FEEDBACK, 3_200, VENDOR)).isTrue();
    }

    @Test
    void aFirstReadStopsBeforeCreditAndCreditBeforeStatus() {
        assertThat(allowance.permits(Lane.BACKFILL, 2_400, VENDOR)).isFalse();
        assertThat(allowance.permits(Lane.ATTRIBUTION, 2_400, VENDOR)).isTrue();
        assertThat(allowance.permits(Lane.ATTRIBUTION, 2_800, VENDOR)).isFalse();
        assertThat(allowance.permits(Lane.STATUS, 2_800, VENDOR)).isTrue();
    }

    @Test
    void theVendorsOwnLimitCountsIfItIsLower() {
        assertThat(allowance.ours(1_000)).isEqualTo(800);
        assertThat(Allowance.UNLIMITED.ours(1_000)).isEqualTo(1_000);
    }
}
