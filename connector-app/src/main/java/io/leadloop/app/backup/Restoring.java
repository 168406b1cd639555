package io.leadloop.app.backup;

import io.leadloop.app.engine.OpenStore;
import io.leadloop.app.store.TableCopy;
import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import io.leadloop.ledger.Changes;
import io.leadloop.ledger.Entry;
import io.leadloop.ledger.EntryState;
import io.leadloop.policy.RunState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts a backup into a store. What was planned or on its way when the backup was made may have been written since, so the
 * next pass asks the vendors about it before it sends anything. The store is paused until somebody says {@code go-live}.
 */
public final class Restoring {

    /** Rows of these are what a store is worth. */
    private static final List<String> WORTH = List.of("state", "link", "entry", "internal_change", "review");

    private static final Failure RESTORED =
            Failure.of(FailureKind.UNKNOWN_OUTCOME, "LL-RESTORED", "planned before the backup; perhaps written since");
    private static final int ROWS_AT_A_TIME = 500;

    private final OpenStore opened;

    public Restoring(OpenStore opened) {
        this.opened = opened;
    }

    /** Whether it holds nobody and plans nothing. */
    public boolean isEmpty() {
        Map<String, Long> rows = opened.facts().rows();
        return WORTH.stream().allMatch(table -> rows.getOrDefault(table, 0L) == 0);
    }

    /**
     * Replaces all that is in the store, in one transaction; takes the engine's lease.
     *
     * @return number of writes that must be looked up
     * @throws BadBackup if the file is damaged, or of a later schema than the store's
     */
    public int from(BackupFile file, Instant now) {
        Manifest manifest = file.check();
        TableCopy tables = opened.tables();
        if (!opened.facts().takes(manifest.schema()) || !tables.tables().containsAll(filled(manifest))) {
            throw new BadBackup(
                    "The backup is of schema " + manifest.schema() + ", the store of schema "
                            + opened.facts().schema(),
                    null);
        }
        opened.lease();
        tables.allOrNothing(() -> {
            tables.tables().forEach(tables::empty);
            filled(manifest).forEach(table -> load(file, tables, table));
        });
        int open = lookUp(now);
        opened.order(RunState.PAUSED);
        return open;
    }

    /** An earlier schema may have had tables that nobody needed. */
    private static List<String> filled(Manifest manifest) {
        return manifest.tables().entrySet().stream()
                .filter(table -> table.getValue().rows() > 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void load(BackupFile file, TableCopy tables, String table) {
        List<Map<String, @Nullable Object>> page = new ArrayList<>();
        file.rows(table, row -> {
            page.add(row);
            if (page.size() == ROWS_AT_A_TIME) {
                tables.put(table, page);
                page.clear();
            }
        });
        tables.put(table, page);
    }

    private int lookUp(Instant now) {
        List<Entry> open = opened.store().allOpen().stream()
                .filter(entry -> entry.state() == EntryState.PLANNED || entry.state() == EntryState.IN_FLIGHT)
                .toList();
        for (int from = 0; from < open.size(); from += ROWS_AT_A_TIME) {
            Changes changes = new Changes();
            open.subList(from, Math.min(open.size(), from + ROWS_AT_A_TIME))
                    .forEach(
                            entry -> changes.entry(entry.parked(EntryState.UNKNOWN, RESTORED, entry.notBefore(), now)));
            opened.store().commit(changes);
        }
        return open.size();
    }
}
