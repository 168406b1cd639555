package io.leadloop.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.leadloop.ledger.EntryState;
import io.leadloop.ledger.Store;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

class CommitRateTest {

    private static final int PAGES = 40;
    private static final int RECORDS = 200;

    @TempDir
    Path folder;

    @Test
    void pagesOfTwoHundredRecordsAreCommittedAndTheirRateReported(TestReporter reporter) {
        try (HikariDataSource source = DataSources.open("jdbc:h2:file:" + folder.resolve("leadloop"), "sa", "")) {
            Store store = new JdbcStore(source);
            long cold = commit(store, 1);
            long warm = commit(store, 1 + PAGES);

            reporter.publishEntry("recordsPerSecond", "cold " + cold + ", warm " + warm);
            assertThat(store.counts()).containsEntry(EntryState.PLANNED, 2L * PAGES * RECORDS);
        }
    }

    private static long commit(Store store, int first) {
        long start = System.nanoTime();
        for (int page = first; page < first + PAGES; page++) {
            store.commit(CommitsUntilHalted.unit(page, RECORDS));
        }
        return PAGES * RECORDS * 1_000_000_000L / (System.nanoTime() - start);
    }
}
