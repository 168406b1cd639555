package io.leadloop.app.store;

import com.zaxxer.hikari.HikariDataSource;
import io.leadloop.fixtures.contract.store.StoreContract;
import io.leadloop.ledger.EngineLease;
import io.leadloop.ledger.Store;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class H2StoreTest extends StoreContract {

    @TempDir
    Path folder;

    private final Map<Store, HikariDataSource> open = new HashMap<>();

    @AfterEach
    void close() {
        open.values().forEach(HikariDataSource::close);
    }

    /** None, so that whatever is read was packed and unpacked. */
    int keptStates() {
        return 0;
    }

    @Override
    protected Store newStore() {
        return on(DataSources.open("jdbc:h2:file:" + folder.resolve("deep/er/leadloop" + open.size()), "sa", ""));
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
        Store store = new JdbcStore(source, keptStates());
        open.put(store, source);
        return store;
    }
}
