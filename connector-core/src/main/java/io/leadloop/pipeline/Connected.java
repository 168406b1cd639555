package io.leadloop.pipeline;

import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.Role;
import io.leadloop.canonical.SystemId;
import io.leadloop.spi.VendorAdapter;

/** An account, the part that it plays, and the adapter that speaks to it. */
public record Connected(ConnectionId id, SystemId system, Role role, VendorAdapter adapter) {}
