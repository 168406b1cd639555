package io.leadloop.app.store;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.Kind;
import io.leadloop.canonical.Lane;
import io.leadloop.canonical.ObjectType;
import io.leadloop.ledger.Changes;
import io.leadloop.ledger.Entry;
import io.leadloop.ledger.EntryState;
import io.leadloop.ledger.Operation;
import io.leadloop.ledger.Store;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Fact;
import io.leadloop.state.Link;
import io.leadloop.state.Slot;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A program that commits numbered units, says each number once it is committed, and halts right after the last. */
final class CommitsUntilHalted {

    static final int RECORDS = 5;

    private CommitsUntilHalted() {}

    public static void main(String[] arguments) {
        Store store = new JdbcStore(DataSources.open(arguments[0], arguments[1], ""));
        int last = Integer.parseInt(arguments[2]);
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        for (int number = 1; number <= last; number++) {
            store.commit(unit(number, RECORDS));
            out.println("committed " + number);
        }
        Runtime.getRuntime().halt(7);
    }

    /** A state, a link and an entry for each record. */
    static Changes unit(int number, int records) {
        Changes changes = new Changes().setting("unit", Integer.toString(number));
        Slot slot = new Slot(new ConnectionId("crm"), new ObjectType("Lead"), "");
        Instant noon = Instant.parse("2026-03-02T12:00:00Z");
        for (int record = 0; record < records; record++) {
            String name = "p%06d-%03d".formatted(number, record);
            AggregateId id = new AggregateId(Kind.PERSON, name);
            AggregateState state = AggregateState.fresh(id);
            for (String field : List.of("email", "lastName", "companyName", "phone", "country")) {
                FieldValue value = FieldValue.ofText(field + "." + name + "@leads.example");
                state = state.withFact(
                        field, new Fact(value, Optional.empty(), noon, noon, noon, "newest", "a.yaml:1"));
            }
            changes.state(state);
            changes.link(new Link(slot, "in1-" + name, Optional.empty(), id, 0));
            changes.entry(new Entry(
                    "e-" + name,
                    id,
                    slot,
                    Optional.empty(),
                    Operation.CREATE,
                    Lane.STATUS,
                    Map.of(),
                    "",
                    EntryState.PLANNED,
                    Optional.empty(),
                    0,
                    noon,
                    noon,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    "m1",
                    0));
        }
        return changes;
    }
}
