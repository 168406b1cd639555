package io.leadloop.app.rehearsal;

import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.SystemId;
import io.leadloop.spi.CallUsage;
import io.leadloop.spi.Capability;
import io.leadloop.spi.ChangeSource;
import io.leadloop.spi.ConsentReader;
import io.leadloop.spi.Projection;
import io.leadloop.spi.RecordReader;
import io.leadloop.spi.RecordWriter;
import io.leadloop.spi.SchemaInspector;
import io.leadloop.spi.VendorAdapter;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An account that is read for real and never written to. */
public final class RehearsalAdapter implements VendorAdapter {

    private final VendorAdapter real;
    private final Rehearsal rehearsal;

    public RehearsalAdapter(VendorAdapter real, InstantSource clock) {
        this.real = real;
        this.rehearsal = new Rehearsal(clock);
    }

    public Rehearsal rehearsal() {
        return rehearsal;
    }

    @Override
    public ConnectionId connection() {
        return real.connection();
    }

    @Override
    public SystemId system() {
        return real.system();
    }

    @Override
    public Set<Capability> capabilities() {
        return real.capabilities();
    }

    @Override
    public ChangeSource changes(Projection what) {
        return real.changes(what);
    }

    @Override
    public RecordReader reader() {
        return new RehearsalReader(real.reader(), rehearsal);
    }

    @Override
    public RecordWriter writer() {
        return new RehearsalWriter(real.connection(), real.writer(), rehearsal);
    }

    @Override
    public SchemaInspector schema() {
        return real.schema();
    }

    @Override
    public ConsentReader consent() {
        return real.consent();
    }

    @Override
    public Map<ObjectType, Long> spent() {
        return real.spent();
    }

    @Override
    public Optional<CallUsage> usage() {
        return real.usage();
    }

    @Override
    public void close() {
        real.close();
    }
}
