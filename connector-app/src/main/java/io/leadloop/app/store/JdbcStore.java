package io.leadloop.app.store;

import io.leadloop.app.announce.Message;
import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.Kind;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.intake.InternalChange;
import io.leadloop.intake.Ring;
import io.leadloop.ledger.Changes;
import io.leadloop.ledger.Entry;
import io.leadloop.ledger.EntryState;
import io.leadloop.ledger.Receipt;
import io.leadloop.ledger.Store;
import io.leadloop.ledger.Waiting;
import io.leadloop.review.ReviewItem;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Link;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * All ports in H2 or PostgreSQL; any number of threads may use it. Times in documents are kept as they are, those of
 * internal changes and due times to the microsecond. A returned commit survives a killed process; on PostgreSQL also a
 * lost machine, as far as the server is set up for it.
 */
public final class JdbcStore implements Store {

    private static final int KEPT_STATES = 2_048;

    private final StateRows states;
    private final LinkRows links;
    private final EntryRows entries;
    private final SmallRows small;
    private final InboxRows inbox;
    private final LeaseRow lease;
    private final Commit commit;
    private final TransactionTemplate transaction;
    private volatile Function<Changes, List<Message>> announcer = changes -> List.of();
    private volatile long fence;

    /** @param source with the schema of {@link DataSources#open}; who opened it closes it */
    public JdbcStore(DataSource source) {
        this(source, KEPT_STATES);
    }

    /** @param keptStates how many states are kept unpacked */
    JdbcStore(DataSource source, int keptStates) {
        JdbcTemplate jdbc = new JdbcTemplate(source);
        Sql sql = new Sql(jdbc);
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        StateCache cache = new StateCache(keptStates);
        states = new StateRows(sql, cache);
        links = new LinkRows(sql);
        entries = new EntryRows(sql);
        small = new SmallRows(sql);
        inbox = new InboxRows(sql);
        lease = new LeaseRow(sql);
        commit = new Commit(sql, cache, transaction, source, isH2(jdbc));
    }

    /** The lease whose fence this store object carries once it is acquired. */
    public JdbcLease lease(InstantSource clock) {
        return new JdbcLease(this, lease, transaction, clock);
    }

    /** From now on every commit writes these messages, too. @param messages asked before each commit */
    public void announce(Function<Changes, List<Message>> messages) {
        announcer = messages;
    }

    @Override
    public void commit(Changes changes) {
        commit.commit(changes, announcer.apply(changes), fence);
    }

    @Override
    public Map<AggregateId, AggregateState> load(Collection<AggregateId> ids) {
        return states.load(ids);
    }

    @Override
    public Map<RecordRef, Link> links(Collection<RecordRef> refs) {
        return links.of(refs);
    }

    @Override
    public Map<String, Link> linksByKey(ConnectionId connection, ObjectType type, Collection<String> keys) {
        return links.byKey(connection, type, keys);
    }

    @Override
    public Map<AggregateId, List<Link>> linksOf(Collection<AggregateId> ids) {
        return links.ofAggregates(ids);
    }

    @Override
    public Map<String, List<AggregateId>> find(Kind kind, String field, Collection<String> values) {
        return states.find(kind, field, values);
    }

    @Override
    public List<AggregateState> scan(Kind kind, Optional<AggregateId> after, int limit) {
        return states.scan(kind, after, limit);
    }

    @Override
    public Optional<String> setting(String name) {
        return small.setting(name);
    }

    @Override
    public List<Entry> claimable(Instant now, int limit) {
        return entries.claimable(now, limit);
    }

    @Override
    public List<Waiting> waiting(Instant now) {
        return entries.waiting(now);
    }

    @Override
    public List<Entry> stranded(Instant now, int limit) {
        return entries.stranded(now, limit);
    }

    @Override
    public Map<AggregateId, List<Entry>> open(Collection<AggregateId> ids) {
        return entries.open(ids);
    }

    @Override
    public List<Entry> allOpen() {
        return entries.allOpen();
    }

    @Override
    public List<Entry> of(AggregateId id) {
        return entries.of(id);
    }

    @Override
    public Optional<Entry> entry(String id) {
        return entries.entry(id);
    }

    @Override
    public List<Entry> parked(int limit) {
        return entries.parked(limit);
    }

    @Override
    public Map<EntryState, Long> counts() {
        return entries.counts();
    }

    @Override
    public Optional<Instant> nextDue() {
        return Stream.concat(entries.nextDue().stream(), small.nextDue().stream())
                .min(Comparator.naturalOrder());
    }

    @Override
    public List<InternalChange> due(Instant now, int limit) {
        return small.due(now, limit);
    }

    @Override
    public List<Ring> rung(int limit) {
        return inbox.rung(limit);
    }

    @Override
    public Optional<Receipt> receipt(String id) {
        return inbox.receipt(id);
    }

    @Override
    public List<ReviewItem> open() {
        return small.openReviews();
    }

    @Override
    public Optional<ReviewItem> item(String id) {
        return small.review(id);
    }

    /** Questions about this aggregate, decided or not. Reads all questions. */
    public List<ReviewItem> reviews(AggregateId id) {
        return small.allReviews().stream()
                .filter(item -> item.aggregate().filter(id::equals).isPresent())
                .toList();
    }

    private static boolean isH2(JdbcTemplate jdbc) {
        return "H2".equals(jdbc.execute((ConnectionCallback<String>)
                connection -> connection.getMetaData().getDatabaseProductName()));
    }

    void carry(long newFence) {
        fence = newFence;
    }

    boolean carries(long other) {
        return fence == other;
    }
}
