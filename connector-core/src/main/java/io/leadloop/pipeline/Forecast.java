package io.leadloop.pipeline;

import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.Lane;
import io.leadloop.spi.ChangeSource;
import io.leadloop.spi.Projection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a first read takes of one account.
 *
 * @param records that were not read yet, of all mapped objects
 * @param calls about so many
 * @param left calls that first reads may still use today; empty where the vendor does not tell
 */
public record Forecast(ConnectionId connection, long records, long calls, OptionalLong left) {

    /** Empty if everything was read. */
    static Optional<Forecast> of(Connected connected, List<Projection> unread, int page) {
        long records = 0;
        long calls = 0;
        for (Projection projection : unread) {
            ChangeSource source = connected.adapter().changes(projection);
            long size = source.size().orElse(0);
            records += size;
            calls += source.calls(size, page);
        }
        return unread.isEmpty()
                ? Optional.empty()
                : Optional.of(new Forecast(connected.id(), records, calls, connected.left(Lane.BACKFILL)));
    }

    /** Whether the rest must wait for the next day. */
    public boolean isTooMuch() {
        return left.isPresent() && calls > left.getAsLong();
    }
}
