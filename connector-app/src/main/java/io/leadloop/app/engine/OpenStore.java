package io.leadloop.app.engine;

import com.zaxxer.hikari.HikariDataSource;
import io.leadloop.app.announce.Announcer;
import io.leadloop.app.announce.Outbox;
import io.leadloop.app.config.Configuration;
import io.leadloop.app.config.StoreAddress;
import io.leadloop.app.keys.KeyTable;
import io.leadloop.app.store.DataSources;
import io.leadloop.app.store.JdbcKeys;
import io.leadloop.app.store.JdbcLease;
import io.leadloop.app.store.JdbcOutbox;
import io.leadloop.app.store.JdbcStore;
import io.leadloop.app.store.StoreFacts;
import io.leadloop.app.store.Sweep;
import io.leadloop.app.store.TableCopy;
import io.leadloop.canonical.AggregateId;
import io.leadloop.failure.CallFailed;
import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import io.leadloop.ledger.Changes;
import io.leadloop.ledger.Store;
import io.leadloop.policy.Ceilings;
import io.leadloop.policy.RunState;
import io.leadloop.review.ReviewItem;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The store of a configuration while it is open, with the two settings that every command may need. */
public final class OpenStore implements AutoCloseable {

    private static final String RUN_STATE = "run-state";
    private static final String INSTALLATION = "installation";
    private static final String MAX_CREATES = "max-creates";
    private static final String MAX_UPDATES = "max-updates";
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final int INSTALLATION_LENGTH = 8;

    private final Configuration configuration;
    private final HikariDataSource source;
    private final JdbcStore store;
    private final JdbcKeys keys;
    private final JdbcOutbox outbox;
    private final JdbcLease lease;
    private final String worker;
    private final boolean shared;

    private OpenStore(OpenStore owner) {
        this.configuration = owner.configuration;
        this.source = owner.source;
        this.store = owner.store;
        this.keys = owner.keys;
        this.outbox = owner.outbox;
        this.lease = owner.lease;
        this.worker = owner.worker;
        this.shared = true;
    }

    private OpenStore(Configuration configuration, HikariDataSource source) {
        this.shared = false;
        this.configuration = configuration;
        this.source = source;
        this.store = new JdbcStore(source);
        this.keys = new JdbcKeys(source);
        this.outbox = new JdbcOutbox(source);
        if (!configuration.endpoints().isEmpty()) {
            store.announce(new Announcer(configuration.endpoints(), store::load, InstantSource.system()));
        }
        this.lease = store.lease(InstantSource.system());
        // an embedded store is locked by its process: whoever has it open may take over what a killed one left
        this.worker = configuration.store().file().isPresent()
                ? "embedded"
                : "engine-" + ProcessHandle.current().pid() + "-" + UUID.randomUUID();
    }

    /** @throws CallFailed MISCONFIGURED with a code that begins with STORE_ */
    public static OpenStore of(Configuration configuration) {
        StoreAddress address = configuration.store();
        return new OpenStore(
                configuration,
                DataSources.open(
                        address.url(), address.user(), address.password().reveal()));
    }

    /** The same store, whose closing does nothing. */
    public OpenStore shared() {
        return new OpenStore(this);
    }

    public Store store() {
        return store;
    }

    public StoreFacts facts() {
        return new StoreFacts(source);
    }

    public TableCopy tables() {
        return new TableCopy(source);
    }

    public Sweep sweep() {
        return new Sweep(source);
    }

    /** Questions about this aggregate, decided or not. */
    public List<ReviewItem> reviews(AggregateId id) {
        return store.reviews(id);
    }

    public Outbox outbox() {
        return outbox;
    }

    public KeyTable keys() {
        return keys;
    }

    public String worker() {
        return worker;
    }

    /** Takes the lease, or takes it for longer. @throws CallFailed STORE_IN_USE if another engine has it */
    public void lease() {
        if (lease.acquire(worker, LEASE).isEmpty()) {
            throw new CallFailed(Failure.of(
                    FailureKind.MISCONFIGURED,
                    "STORE_IN_USE",
                    "Another engine works on this store (" + lease.holder().orElse("unknown")
                            + "); stop it, or wait a minute if it was killed."));
        }
    }

    /** As made by {@code init}, or made now. */
    public String installation() {
        return store.setting(INSTALLATION).orElseGet(() -> {
            String made = UUID.randomUUID().toString().replace("-", "").substring(0, INSTALLATION_LENGTH);
            store.commit(new Changes().setting(INSTALLATION, made.toLowerCase(Locale.ROOT)));
            return made;
        });
    }

    /** As ordered last; the configuration's mode before the first order. */
    public RunState runState() {
        return store.setting(RUN_STATE).map(RunState::of).orElse(configuration.mode());
    }

    /** As ordered last, else those of the configuration. */
    public Ceilings ceilings() {
        Ceilings usual = configuration.ceilings();
        return new Ceilings(
                store.setting(MAX_CREATES).map(Integer::valueOf).orElse(usual.createsPerRun()),
                store.setting(MAX_UPDATES).map(Integer::valueOf).orElse(usual.updatesPerRun()));
    }

    /** Other ceilings from now on; a negative number leaves one as it is. */
    public void ceilings(int creates, int updates) {
        Changes changes = new Changes();
        if (creates >= 0) {
            changes.setting(MAX_CREATES, Integer.toString(creates));
        }
        if (updates >= 0) {
            changes.setting(MAX_UPDATES, Integer.toString(updates));
        }
        if (!changes.isEmpty()) {
            store.commit(changes);
        }
    }

    public void order(RunState state) {
        store.commit(new Changes().setting(RUN_STATE, state.word()));
    }

    @Override
    public void close() {
        if (!shared) {
            lease.release(worker);
            source.close();
        }
    }
}
