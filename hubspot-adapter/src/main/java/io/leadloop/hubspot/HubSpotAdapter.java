package io.leadloop.hubspot;

import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.SystemId;
import io.leadloop.spi.CallUsage;
import io.leadloop.spi.Capability;
import io.leadloop.spi.ChangeSource;
import io.leadloop.spi.ConsentReader;
import io.leadloop.spi.Plugin;
import io.leadloop.spi.Projection;
import io.leadloop.spi.RecordReader;
import io.leadloop.spi.RecordWriter;
import io.leadloop.spi.SchemaInspector;
import io.leadloop.spi.SideBySide;
import io.leadloop.spi.VendorAdapter;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * One HubSpot portal: contacts, companies and deals by the dated API. Nothing is retried inside a call but a refused
 * access token, once. HubSpot has no conditional update; see {@link Capability#CONDITIONAL_UPDATE}.
 */
public final class HubSpotAdapter implements VendorAdapter {

    public static final SystemId SYSTEM = new SystemId("hubspot");

    public static final String API_VERSION = Paths.VERSION;

    /** HubSpot supports a dated version for about eighteen months. */
    public static final LocalDate API_SUPPORTED_UNTIL = LocalDate.of(2028, 3, 1);

    private final HubSpotConfig config;
    private final HubSpotFootprint footprint;
    private final InstantSource clock;
    private final HttpTransport transport;
    private final HubSpotClient client;
    private final RecordsById records;
    private final HubSpotSchema schema;
    private final SideBySide writes;
    private final Map<Projection, ChangeSource> sources = new ConcurrentHashMap<>();

    /**
     * @param clock for token ends and daily limits
     * @param keepRefreshToken called with each new refresh token, before the access token that came with it is used; what
     *     it throws ends the call
     */
    public HubSpotAdapter(HubSpotConfig config, InstantSource clock, Consumer<Secret> keepRefreshToken) {
        this(config, clock, keepRefreshToken, HubSpotFootprint.NONE);
    }

    /** @param footprint what may be installed in the portal */
    public HubSpotAdapter(
            HubSpotConfig config, InstantSource clock, Consumer<Secret> keepRefreshToken, HubSpotFootprint footprint) {
        this.config = config;
        this.footprint = footprint;
        this.clock = clock;
        this.transport = new HttpTransport(config);
        TokenSource tokens = config.credentials() instanceof HubSpotCredentials.OAuth oauth
                ? new RefreshedToken(oauth, transport, clock, keepRefreshToken)
                : new FixedToken(((HubSpotCredentials.Token) config.credentials()).token());
        Guard guard = new Guard(config.connection().value(), config.pacing());
        this.client = new HubSpotClient(tokens, transport, guard, clock, config.expectedPortal());
        this.records =
                new RecordsById(client, config.connection(), config.polling().fieldTimes());
        this.schema = new HubSpotSchema(client, clock);
        this.writes =
                new SideBySide("hubspot-" + config.connection() + "-write-", HubSpotWriter.SIZE, HubSpotWriter.CALLS);
    }

    @Override
    public ConnectionId connection() {
        return config.connection();
    }

    @Override
    public SystemId system() {
        return SYSTEM;
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(
                Capability.REPORTS_RETIRED,
                Capability.CONSENT_WRITE,
                Capability.CONSENT_BY_ADDRESS,
                Capability.ASSOCIATIONS);
    }

    /** The same source for the same projection: it remembers what overlap it has delivered. */
    @Override
    public ChangeSource changes(Projection what) {
        return sources.computeIfAbsent(
                what, each -> new HubSpotChangeSource(client, records, each, config.polling(), clock));
    }

    @Override
    public RecordReader reader() {
        return new HubSpotReader(client, records, schema);
    }

    @Override
    public RecordWriter writer() {
        return new HubSpotWriter(client, config.connection(), writes);
    }

    @Override
    public SchemaInspector schema() {
        return schema;
    }

    /** Asks HubSpot which portal this is. */
    public AccountInfo account() {
        return client.account();
    }

    /** As the newest answer told; empty before the first, and always with OAuth, which has no daily limit. */
    @Override
    public Optional<CallUsage> usage() {
        return client.calls();
    }

    @Override
    public Map<ObjectType, Long> spent() {
        return client.spending().byObject();
    }

    public Owners owners() {
        return new Owners(client);
    }

    public Subscriptions subscriptions() {
        return new Subscriptions(client);
    }

    @Override
    public ConsentReader consent() {
        return subscriptions();
    }

    @Override
    public Optional<Plugin> plugin() {
        return footprint.contact().isEmpty() ? Optional.empty() : Optional.of(new HubSpotPlugin(footprint, client));
    }

    @Override
    public void close() {
        writes.close();
        transport.close();
    }
}
