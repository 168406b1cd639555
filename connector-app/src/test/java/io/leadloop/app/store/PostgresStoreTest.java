package io.leadloop.app.store;

import com.zaxxer.hikari.HikariDataSource;
import io.leadloop.fixtures.contract.store.StoreContract;
import io.leadloop.ledger.EngineLease;
import io.leadloop.ledger.Store;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresStoreTest extends StoreContract {

    private final Postgres server = new Postgres();
    private final Map<Store, HikariDataSource> open = new HashMap<>();

    @BeforeAll
    void start() {
        server.start();
    }

    @AfterEach
    void close() {
        open.values().forEach(HikariDataSource::close);
        open.clear();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Override
    protected Store newStore() {
        return on(DataSources.open(server.newDatabase(), "postgres", ""));
    }

    @Override
    protected Store forAnotherEngine(Store store) {
        return on(Objects.requireNonNull(open.get(store)));
    }

    @Override
    protected EngineLease lease(Store store, InstantSource clock) {
        return ((JdbcStore) store).lease(clock);
    }

    private Store on(HikariDataSource source) {
        Store store = new JdbcStore(source);
        open.put(store, source);
        return store;
    }
}
