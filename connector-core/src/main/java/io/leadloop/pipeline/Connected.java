package io.leadloop.pipeline;

import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.Lane;
import io.leadloop.canonical.Role;
import io.leadloop.canonical.SystemId;
import io.leadloop.policy.Allowance;
import io.leadloop.spi.VendorAdapter;
import java.util.OptionalLong;

/**
 * An account, the part that it plays, and the adapter that speaks to it.
 *
 * @param allowance how many of the account's calls are ours
 */
public record Connected(ConnectionId id, SystemId system, Role role, VendorAdapter adapter, Allowance allowance) {

    /** With all the calls that the vendor allows. */
    public Connected(ConnectionId id, SystemId system, Role role, VendorAdapter adapter) {
        this(id, system, role, adapter, Allowance.UNLIMITED);
    }

    /** Calls that work of this lane may still make today; empty where the vendor does not tell. */
    OptionalLong left(Lane lane) {
        return adapter.usage()
                .map(usage -> OptionalLong.of(allowance.left(lane, usage.used(), usage.limit())))
                .orElse(OptionalLong.empty());
    }

    /** Whether work of this lane may call once more; yes where the vendor does not tell. */
    boolean permits(Lane lane) {
        return adapter.usage()
                .map(usage -> allowance.permits(lane, usage.used(), usage.limit()))
                .orElse(true);
    }
}
