package io.leadloop.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.Kind;
import io.leadloop.ledger.Changes;
import io.leadloop.ledger.Conflict;
import io.leadloop.ledger.Store;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Fact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The store keeps a few states unpacked and is none the worse for it. */
class KeptStatesTest extends H2StoreTest {

    private static final AggregateId DANA = new AggregateId(Kind.PERSON, "dana");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Override
    int keptStates() {
        return 2;
    }

    @Test
    void whatAnotherEngineCommittedIsSeen() {
        Store one = newStore();
        Store other = forAnotherEngine(one);
        commit(one, titled(AggregateState.fresh(DANA), "CEO"));
        commit(other, titled(load(other), "CFO"));
        assertThat(load(one).value("jobTitle").text()).isEqualTo("CFO");
        assertThat(load(one).version()).isEqualTo(2);
    }

    @Test
    void whatWasRefusedIsNotKept() {
        Store one = newStore();
        AggregateState first = titled(AggregateState.fresh(DANA), "CEO");
        commit(one, first);
        assertThat(catchConflict(one, titled(AggregateState.fresh(DANA), "CFO")))
                .isTrue();
        assertThat(load(one).value("jobTitle").text()).isEqualTo("CEO");
    }

    private static boolean catchConflict(Store store, AggregateState state) {
        try {
            commit(store, state);
            return false;
        } catch (Conflict moved) {
            return true;
        }
    }

    private static AggregateState load(Store store) {
        return Optional.ofNullable(store.load(List.of(DANA)).get(DANA)).orElseThrow();
    }

    private static void commit(Store store, AggregateState state) {
        Changes changes = new Changes();
        changes.state(state);
        store.commit(changes);
    }

    private static AggregateState titled(AggregateState state, String title) {
        return state.withFact(
                "jobTitle", new Fact(FieldValue.ofText(title), Optional.empty(), NOON, NOON, NOON, "a test", "here"));
    }
}
