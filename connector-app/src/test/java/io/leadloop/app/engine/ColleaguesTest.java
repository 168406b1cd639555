package io.leadloop.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.failure.CallFailed;
import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import io.leadloop.hubspot.Owner;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Under which name a rep of HubSpot is kept. */
class ColleaguesTest {

    private static final String JONAS = "jonas.brandt@sales.example";

    private final AtomicInteger calls = new AtomicInteger();
    private Instant now = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void anOwnerIsCalledByFirstAndLastNameAndAskedForOnce() {
        Colleagues colleagues = colleagues(List.of(owner(JONAS, "Jonas", "Brandt")));

        assertThat(colleagues.name("Jonas.Brandt@sales.example")).isEqualTo("Jonas Brandt");
        assertThat(colleagues.name(JONAS)).isEqualTo("Jonas Brandt");
        assertThat(calls).hasValue(1);
    }

    @Test
    void whomHubSpotDoesNotNameIsCalledByTheAddress() {
        Colleagues colleagues = colleagues(List.of(owner(JONAS, "", "")));

        assertThat(colleagues.name(JONAS)).isEqualTo(JONAS);
        assertThat(colleagues.name("new@sales.example")).isEqualTo("new@sales.example");
        assertThat(calls).hasValue(1);
        now = now.plus(Colleagues.AGAIN);
        colleagues.name(JONAS);
        assertThat(calls).hasValue(2);
    }

    @Test
    void anAnswerDoesNotFailWhereNamesCannotBeRead() {
        Colleagues colleagues = new Colleagues(
                () -> {
                    throw new CallFailed(Failure.of(FailureKind.FORBIDDEN, "MISSING_SCOPES", "no scope"));
                },
                () -> now);

        assertThat(colleagues.name(JONAS)).isEqualTo(JONAS);
    }

    private Colleagues colleagues(List<Owner> owners) {
        return new Colleagues(
                () -> {
                    calls.incrementAndGet();
                    return owners;
                },
                () -> now);
    }

    private static Owner owner(String email, String first, String last) {
        return new Owner("1", email, first, last, Optional.of("8"), false);
    }
}
