package io.leadloop.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.canonical.Answer;
import io.leadloop.canonical.Journey;
import io.leadloop.canonical.ReasonCode;
import io.leadloop.lifecycle.Ask;
import io.leadloop.lifecycle.BusinessCalendar;
import io.leadloop.lifecycle.Lifecycle;
import io.leadloop.lifecycle.LifecyclePolicy;
import io.leadloop.lifecycle.Phase;
import io.leadloop.lifecycle.Qualification;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowUpTest {

    private static final Instant NOON = Instant.parse("2026-03-11T12:00:00Z");
    private static final LifecyclePolicy POLICY =
            LifecyclePolicy.agreed(BusinessCalendar.weekdays(ZoneOffset.UTC, LocalTime.of(9, 0), LocalTime.of(17, 0)));
    private static final ReasonCatalogue CATALOGUE = ReasonCatalogueTest.small();

    private static FollowUp after(String code, Phase phase, Optional<LocalDate> revisitOn, String comment) {
        Optional<ReasonCode> reason = code.isEmpty() ? Optional.empty() : Optional.of(new ReasonCode(code));
        return CATALOGUE.followUp(answer(reason, revisitOn, comment), phase, POLICY);
    }

    private static Answer answer(Optional<ReasonCode> reason, Optional<LocalDate> revisitOn, String comment) {
        return new Answer(Answer.Kind.DECLINE, reason, comment, revisitOn, "marco", NOON, "crm");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "F-ENGAGE, nurture 30 days",
        "F-SIZE, low-touch 180 days",
        "R-DUP, merge proposed",
        "R-TERR, owner to be changed",
        "F-MARKET, disqualified",
        "N-NONEED, disqualified 365 days",
        "X-OPTOUT, no contact any more",
    })
    void theReportSaysWhatHappensNow(String code, String now) {
        assertThat(after(code, Phase.BEFORE, Optional.empty(), "").now()).isEqualTo(now);
    }

    @Test
    void aDayThatTheBuyerNamedIsKept() {
        FollowUp timing = after("N-TIMING", Phase.AFTER, Optional.of(LocalDate.parse("2026-06-01")), "");
        assertThat(timing.now()).isEqualTo("back on that date");
        assertThat(timing.recycleAt()).contains(Instant.parse("2026-06-01T00:00:00Z"));
        assertThat(timing.asks()).isEmpty();
    }

    @Test
    void theReceiptNamesTheReasonTheActionAndTheDay() {
        assertThat(after("F-ENGAGE", Phase.BEFORE, Optional.empty(), "").receipt())
                .isEqualTo("You said: Too little activity. We did: nurture 30 days until 10 Apr 2026.");
    }

    @Test
    void theReceiptAsksForWhatIsMissing() {
        FollowUp timing = after("N-TIMING", Phase.AFTER, Optional.empty(), "");
        assertThat(timing.asks()).containsExactly(Ask.DATE);
        assertThat(timing.receipt()).endsWith("Please add the day to come back.");
        assertThat(after("", Phase.BEFORE, Optional.empty(), "").asks()).containsExactly(Ask.REASON);
        assertThat(after("S-NOREASON", Phase.BEFORE, Optional.empty(), "odd").asks())
                .isEmpty();
    }

    @Test
    void aReasonIsLegalInItsPhaseOnly() {
        assertThat(after("R-TERR", Phase.BEFORE, Optional.empty(), "").legal()).isTrue();
        assertThat(after("R-TERR", Phase.AFTER, Optional.empty(), "").legal()).isFalse();
        assertThat(after("", Phase.AFTER, Optional.empty(), "").legal()).isTrue();
        assertThat(after("Z-OLD", Phase.AFTER, Optional.empty(), "").legal()).isFalse();
    }

    @Test
    void theFollowUpPromisesWhatTheLifecycleDoes() {
        Lifecycle lifecycle = new Lifecycle(POLICY, CATALOGUE);
        Qualification because = new Qualification("mql v7", "fit 60", List.of(), Optional.empty(), Optional.empty());
        Journey handedOff = lifecycle
                .delivered(lifecycle.qualify(Journey.START, because, NOON).journey(), NOON)
                .journey();
        for (Reason reason : CATALOGUE.all()) {
            Answer no = answer(Optional.of(reason.code()), Optional.empty(), "");
            FollowUp promised = CATALOGUE.followUp(no, Phase.BEFORE, POLICY);
            Journey done = lifecycle.answer(handedOff, no).journey();
            assertThat(done.recycleAt()).as(reason.code().value()).isEqualTo(promised.recycleAt());
            assertThat(done.state()).isEqualTo(promised.route().rest());
        }
    }
}
