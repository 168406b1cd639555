package io.leadloop.app.loop;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.failure.CallFailed;
import io.leadloop.fixtures.chaos.Account;
import io.leadloop.fixtures.chaos.Subject;
import io.leadloop.fixtures.chaos.World;
import io.leadloop.intake.Ring;
import io.leadloop.ledger.Changes;
import io.leadloop.ledger.Entry;
import io.leadloop.ledger.Store;
import io.leadloop.pipeline.PassReport;
import io.leadloop.pipeline.Pipeline;
import io.leadloop.pipeline.Progress;
import io.leadloop.reconcile.Reconcile;
import io.leadloop.reconcile.Reconciliation;
import io.leadloop.state.AggregateState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Pipeline and adapters in this process. One thread: a seed gives the same run each time. */
final class LoopSubject implements Subject, AutoCloseable {

    private static final int PASSES = 8;
    private static final int RESTING = 60;

    private final World world;
    private final Store store;
    private final FlakyStore flaky;
    private final Wiring wiring;
    private final SplittableRandom random;
    private Pipeline pipeline;
    private final List<String> failures = new ArrayList<>();

    LoopSubject(World world, Store store, long seed, Duration patience) {
        this.world = world;
        this.store = store;
        this.flaky = new FlakyStore(store);
        this.random = new SplittableRandom(seed);
        this.wiring =
                new Wiring(world.hubSpotHost().url(), world.salesforceHost().url(), world.clock(), patience);
        this.pipeline = started();
    }

    private Pipeline started() {
        return new Pipeline(wiring.setup(), flaky.store(), world.clock(), "test");
    }

    List<String> failures() {
        return failures;
    }

    @Override
    public void work() {
        for (int i = 0; i < PASSES; i++) {
            if (pass() == 0) {
                return;
            }
        }
    }

    /** Writes; negative if the pass failed. */
    private long pass() {
        try {
            PassReport report = pipeline.run(Progress.UNSEEN);
            return report.written();
        } catch (CallFailed failed) {
            failures.add(failed.failure().kind() + " " + failed.failure().code());
            return -1;
        } catch (FlakyStore.Away away) {
            failures.add("store away");
            return -1;
        } catch (DyingStore.Killed killed) {
            failures.add("killed");
            pipeline = started();
            return -1;
        }
    }

    @Override
    public void rung(List<String> contacts) {
        Changes changes = new Changes();
        contacts.forEach(id -> changes.ring(Ring.of(
                new RecordRef(Wiring.MARKETING, new ObjectType("contact"), id),
                world.clock().instant())));
        store.commit(changes);
    }

    @Override
    public boolean loseStore() {
        flaky.goAway(random.nextInt(1, 30));
        return true;
    }

    @Override
    public boolean kill() {
        flaky.die(random.nextInt(1, 12), random.nextBoolean() ? DyingStore.Moment.BEFORE : DyingStore.Moment.AFTER);
        return true;
    }

    @Override
    public boolean rest() {
        flaky.heal();
        int quiet = 0;
        for (int i = 0; i < RESTING && quiet < 2; i++) {
            world.clock().advance(i < 6 ? Duration.ofMinutes(20) : Duration.ofSeconds(40));
            if (i == 5) {
                world.clock().advance(Duration.ofDays(1));
            }
            quiet = pass() == 0 && i > 5 ? quiet + 1 : 0;
        }
        return quiet == 2;
    }

    @Override
    public Account account() {
        Reconciliation found = new Reconcile(wiring.setup(), store).run(Progress.UNSEEN);
        Set<String> asked = new HashSet<>();
        store.open().forEach(item -> item.records().forEach(ref -> asked.add(ref.id() + "|" + item.field())));
        return new Account(
                found.compared(),
                found.unexplained().stream().map(Object::toString).toList(),
                store.allOpen().stream().map(LoopSubject::text).toList(),
                asked);
    }

    private static String text(Entry entry) {
        return entry.state() + " " + entry.slot() + " " + entry.operation() + " tries " + entry.tries() + " "
                + entry.failure() + " " + entry.deltas().keySet();
    }

    /** Lost values of the person, and what our writes to its records replaced. */
    @Override
    public Optional<Set<String>> lost(String contactId) {
        RecordRef ref = new RecordRef(Wiring.MARKETING, new ObjectType("contact"), contactId);
        Set<String> lost = new HashSet<>();
        store.links(List.of(ref)).values().stream()
                .map(link -> person(link.aggregate()))
                .forEach(person -> {
                    person.losses().forEach(loss -> lost.add(loss.value().text()));
                    store.of(person.id()).stream()
                            .flatMap(entry -> entry.deltas().values().stream())
                            .forEach(delta -> lost.add(delta.before().text()));
                });
        return Optional.of(lost);
    }

    AggregateState person(AggregateId id) {
        Map<AggregateId, AggregateState> found = store.load(List.of(id));
        AggregateState state = found.getOrDefault(id, AggregateState.fresh(id));
        return state.mergedInto().map(this::person).orElse(state);
    }

    @Override
    public void close() {
        wiring.close();
    }
}
