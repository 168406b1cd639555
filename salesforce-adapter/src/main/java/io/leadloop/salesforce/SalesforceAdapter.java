package io.leadloop.salesforce;

import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.SystemId;
import io.leadloop.salesforce.plugin.SalesforcePlugin;
import io.leadloop.salesforce.pubsub.SalesforcePushSource;
import io.leadloop.spi.CallUsage;
import io.leadloop.spi.Capability;
import io.leadloop.spi.ChangeSource;
import io.leadloop.spi.Plugin;
import io.leadloop.spi.Projection;
import io.leadloop.spi.PushSource;
import io.leadloop.spi.RecordReader;
import io.leadloop.spi.RecordWriter;
import io.leadloop.spi.SchemaInspector;
import io.leadloop.spi.SideBySide;
import io.leadloop.spi.VendorAdapter;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One Salesforce org through the partner SOAP API 65.0. Making one calls nothing; the first use logs in. */
public final class SalesforceAdapter implements VendorAdapter {

    /** Winter '26. */
    public static final String API_VERSION = Soap.VERSION;

    /** A version lives for three years at least; this one came in October 2025. */
    public static final LocalDate API_SUPPORTED_UNTIL = LocalDate.of(2028, 10, 1);

    /** Between two questions about a deployment; Salesforce takes half a minute for ours. */
    private static final Duration A_WHILE = Duration.ofSeconds(2);

    private static final Duration AT_ONCE = Duration.ofMillis(20);

    private final SalesforceConfig config;
    private final InstantSource clock;
    private final Wire wire;
    private final Soap soap;
    private final Queries queries;
    private final DescribedSchema schema;
    private final RecordReader reader;
    private final SideBySide writes;
    private final RecordWriter writer;
    private final Plugin plugin;
    private final Optional<PushSource> push;

    /**
     * @param clock dates the login assertion and the cursors' day
     * @throws IllegalArgumentException naming all problems of the configuration
     */
    public SalesforceAdapter(SalesforceConfig config, InstantSource clock) {
        List<String> problems = config.problems();
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    "connection " + config.connection() + ": " + String.join("; ", problems));
        }
        this.config = config;
        this.clock = clock;
        wire = new Wire(config);
        Session session = new Session(new Login(config, wire, clock)::fetch, clock);
        soap = new Soap(wire, session);
        queries = new Queries(soap);
        schema = new DescribedSchema(soap);
        SoqlRecordReader records = new SoqlRecordReader(config, queries, schema);
        reader = records;
        writes = new SideBySide("salesforce-" + config.connection() + "-write-", Saves.ROWS, Saves.CALLS);
        Saves saves = new Saves(config, soap, writes);
        writer = new SoapRecordWriter(new Creates(saves, records, schema), new Updates(saves, records, schema));
        Rest rest = new Rest(wire, session, soap.spending());
        plugin = new SalesforcePlugin(rest, config.isLoopback() ? AT_ONCE : A_WHILE);
        push = config.push()
                .map(url -> new SalesforcePushSource(
                        config.connection(), url, new PushSessions(session), rest, config.isLoopback()));
    }

    @Override
    public ConnectionId connection() {
        return config.connection();
    }

    @Override
    public SystemId system() {
        return new SystemId("salesforce");
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.REPORTS_RETIRED, Capability.CONSENT_WRITE);
    }

    @Override
    public ChangeSource changes(Projection what) {
        return new PollingChangeSource(config, queries, what, clock);
    }

    @Override
    public RecordReader reader() {
        return reader;
    }

    @Override
    public RecordWriter writer() {
        return writer;
    }

    @Override
    public SchemaInspector schema() {
        return schema;
    }

    /** As the newest answer told; empty before the first. */
    @Override
    public Optional<CallUsage> usage() {
        return soap.usage();
    }

    @Override
    public Map<ObjectType, Long> spent() {
        return soap.spending().byObject();
    }

    @Override
    public Optional<Plugin> plugin() {
        return Optional.of(plugin);
    }

    @Override
    public Optional<PushSource> push() {
        return push;
    }

    @Override
    public void close() {
        writes.close();
        wire.close();
    }
}
