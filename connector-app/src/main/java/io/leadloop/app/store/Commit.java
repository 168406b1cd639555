package io.leadloop.app.store;

import io.leadloop.app.announce.Message;
import io.leadloop.canonical.AggregateId;
import io.leadloop.ledger.Changes;
import io.leadloop.ledger.Conflict;
import io.leadloop.ledger.FenceLost;
import io.leadloop.state.AggregateState;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes all changes in one transaction, hopefully; when a row moved or was there already, it is rolled back, and only
 * then the rows are read to name the conflict. What collides without a conflict, such as one internal change put twice at
 * the same moment, is tried again.
 */
final class Commit {

    private static final int TRIES = 20;
    /** H2's own code for two transactions at one row. */
    private static final String H2_CONCURRENT_UPDATE = "90131";

    /** Rolls the transaction back. */
    private static final class Moved extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final StateRows states;
    private final LinkRows links;
    private final EntryRows entries;
    private final SmallRows small;
    private final InboxRows inbox;
    private final JdbcOutbox outbox;
    private final LeaseRow lease;
    private final TransactionTemplate transaction;
    private final boolean oneAtATime;
    private final Object turn;

    /**
     * @param turn shared by all stores of one database
     * @param oneAtATime commits wait for each other: eight threads once lost an update on H2 2.4.240, though every
     *     statement asked for the version; PostgreSQL never did
     */
    Commit(Sql sql, StateCache cache, TransactionTemplate transaction, Object turn, boolean oneAtATime) {
        this.turn = turn;
        this.oneAtATime = oneAtATime;
        this.states = new StateRows(sql, cache);
        this.links = new LinkRows(sql);
        this.entries = new EntryRows(sql);
        this.small = new SmallRows(sql);
        this.inbox = new InboxRows(sql);
        this.outbox = new JdbcOutbox(sql);
        this.lease = new LeaseRow(sql);
        this.transaction = transaction;
    }

    /** @param fence 0 if this store object never had the lease */
    void commit(Changes changes, List<Message> messages, long fence) {
        for (int tries = 0; tries < TRIES; tries++) {
            if (wrote(changes, messages, fence)) {
                states.committed(changes.states().values());
                return;
            }
            if (fence != 0 && lease.read().fence() != fence) {
                throw new FenceLost();
            }
            Set<AggregateId> conflicts = conflicts(changes);
            if (!conflicts.isEmpty()) {
                throw new Conflict(conflicts);
            }
        }
        Set<AggregateId> all = new TreeSet<>(changes.states().keySet());
        changes.links().forEach(link -> all.add(link.aggregate()));
        changes.entries().values().forEach(entry -> all.add(entry.aggregate()));
        throw new Conflict(all);
    }

    private boolean wrote(Changes changes, List<Message> messages, long fence) {
        try {
            if (oneAtATime) {
                synchronized (turn) {
                    transaction.executeWithoutResult(status -> write(changes, messages, fence));
                }
            } else {
                transaction.executeWithoutResult(status -> write(changes, messages, fence));
            }
            return true;
        } catch (Moved | DuplicateKeyException | ConcurrencyFailureException e) {
            return false;
        } catch (DataAccessException e) {
            if (e.getRootCause() instanceof SQLException cause && H2_CONCURRENT_UPDATE.equals(cause.getSQLState())) {
                return false;
            }
            throw StoreFailures.write(e);
        }
    }

    private void write(Changes changes, List<Message> messages, long fence) {
        if (!states.write(changes.states().values()).isEmpty()
                || !links.write(changes.links()).isEmpty()
                || !entries.write(changes.entries().values()).isEmpty()) {
            throw new Moved();
        }
        small.writeChanges(changes.done(), changes.put());
        small.writeReviews(changes.reviews().values());
        small.writeSettings(changes.settings());
        inbox.write(changes);
        outbox.write(messages);
        if (fence != 0 && lease.lock().fence() != fence) {
            throw new FenceLost();
        }
    }

    private Set<AggregateId> conflicts(Changes changes) {
        Set<AggregateId> conflicts = new TreeSet<>(links.conflicts(changes.links()));
        var stateVersions = states.versions(changes.states().keySet());
        for (AggregateState state : changes.states().values()) {
            if (stateVersions.getOrDefault(state.id(), 0L) != state.version()) {
                conflicts.add(state.id());
            }
        }
        var entryVersions = entries.versions(changes.entries().keySet());
        changes.entries().values().stream()
                .filter(entry -> entryVersions.getOrDefault(entry.id(), 0L) != entry.version())
                .forEach(entry -> conflicts.add(entry.aggregate()));
        return conflicts;
    }
}
