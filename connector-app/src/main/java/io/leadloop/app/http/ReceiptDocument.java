package io.leadloop.app.http;

import io.leadloop.canonical.Handoff;
import io.leadloop.canonical.LifecycleState;
import io.leadloop.ledger.Entry;
import io.leadloop.ledger.EntryState;
import io.leadloop.ledger.Receipt;
import io.leadloop.ledger.Store;
import io.leadloop.state.AggregateState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of an answer.
 *
 * @param written {@code waiting}: it counts here and is not yet in both systems; {@code written}; {@code refused}: a vendor
 *     refuses a write, see {@code leadloop errors list}
 * @param state of the hand-off now
 */
record ReceiptDocument(
        String id, String receipt, String handoff, Instant takenAt, String written, Optional<LifecycleState> state) {

    static final String PATH = "/api/v1/receipts/";

    static ReceiptDocument of(Receipt receipt, Store store) {
        Map<io.leadloop.canonical.AggregateId, AggregateState> states = store.load(List.of(receipt.aggregate()));
        Optional<AggregateState> person = Optional.ofNullable(states.get(receipt.aggregate()));
        boolean seen =
                person.filter(state -> state.version() > receipt.version() + 1).isPresent();
        List<Entry> open = store.open(List.of(receipt.aggregate())).getOrDefault(receipt.aggregate(), List.of());
        boolean refused = open.stream()
                .anyMatch(entry -> entry.state() == EntryState.QUARANTINED || entry.state() == EntryState.HELD);
        String written = refused ? "refused" : seen && open.isEmpty() ? "written" : "waiting";
        return new ReceiptDocument(
                receipt.id(),
                PATH + receipt.id(),
                io.leadloop.app.explain.HandoffSearch.id(receipt.aggregate(), receipt.cycle()),
                receipt.takenAt(),
                written,
                person.flatMap(state -> state.journey().handoffs().stream()
                                .filter(handoff -> handoff.cycle() == receipt.cycle())
                                .findFirst())
                        .map(Handoff::state));
    }
}
