package io.leadloop.delivery;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.Kind;
import io.leadloop.canonical.Lane;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.ledger.Changes;
import io.leadloop.ledger.Delta;
import io.leadloop.ledger.Entry;
import io.leadloop.ledger.EntryState;
import io.leadloop.ledger.Operation;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Facet;
import io.leadloop.state.Link;
import io.leadloop.state.Slot;
import io.leadloop.state.Standing;
import io.leadloop.store.memory.MemoryStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/** A store, a vendor, a clock that stands still, and a delivery between them. */
final class DeliveryBench {

    static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    static final ObjectType LEAD = new ObjectType("Lead");
    static final FieldName TITLE = new FieldName("Title");
    static final int MOST_TRIES = 3;

    final MemoryStore store = new MemoryStore();
    final FakeVendor vendor = new FakeVendor();
    Instant now = START;
    BiPredicate<Entry, AggregateState> mayLeave = (entry, state) -> true;
    private final Delivery delivery = delivery("one");

    Delivery delivery(String worker) {
        return new Delivery(
                store,
                vendor,
                () -> now,
                new RetrySchedule(MOST_TRIES),
                (entry, state) -> mayLeave.test(entry, state),
                worker);
    }

    int deliver() {
        return delivery.deliver(100);
    }

    int findOut() {
        return delivery.findOut(now, 100);
    }

    void wait(Duration time) {
        now = now.plus(time);
    }

    static AggregateId person(String name) {
        return new AggregateId(Kind.PERSON, name);
    }

    static RecordRef ref(String id) {
        return new RecordRef(FakeVendor.CRM, LEAD, id);
    }

    static Slot slot(ObjectType type) {
        return new Slot(FakeVendor.CRM, type, "");
    }

    /** A person whose record is to be created. */
    String create(String name) {
        return create(name, LEAD);
    }

    String create(String name, ObjectType type) {
        AggregateId id = person(name);
        store.commit(new Changes()
                .state(AggregateState.fresh(id))
                .link(new Link(slot(type), "test-" + name, Optional.empty(), id, 0))
                .entry(entry(name, type, Operation.CREATE, Optional.empty())));
        return "E-" + name;
    }

    /** A person whose record is known and to be changed. */
    String update(String name) {
        AggregateId id = person(name);
        RecordRef ref = ref("00Q-" + name);
        vendor.put(ref, Map.of(TITLE, new FieldValue.Text("CEO")));
        Facet facet = Facet.unseen(ref, "", Standing.PRIMARY, Instant.EPOCH);
        store.commit(new Changes()
                .state(AggregateState.fresh(id).withFacet(facet))
                .link(new Link(slot(LEAD), "", Optional.of(ref.id()), id, 0))
                .entry(entry(name, LEAD, Operation.UPDATE, Optional.of(ref))));
        return "E-" + name;
    }

    private Entry entry(String name, ObjectType type, Operation operation, Optional<RecordRef> ref) {
        FieldValue after = new FieldValue.Text("COO");
        return new Entry(
                "E-" + name,
                person(name),
                slot(type),
                ref,
                operation,
                Lane.STATUS,
                Map.of(TITLE, new Delta(FieldValue.BLANK, after, "jobTitle", true, "newest", "person.yaml:3:1")),
                "created",
                EntryState.PLANNED,
                Optional.empty(),
                0,
                now,
                now,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "r1",
                0);
    }

    Entry entry(String id) {
        return store.entry(id).orElseThrow();
    }

    Facet facet(String name) {
        return state(name).facets().values().stream().findFirst().orElseThrow();
    }

    AggregateState state(String name) {
        return store.load(List.of(person(name))).values().stream().findFirst().orElseThrow();
    }
}
