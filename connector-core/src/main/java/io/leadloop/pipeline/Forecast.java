package io.leadloop.pipeline;

import io.leadloop.canonical.ConnectionId;
import java.util.OptionalLong;

/**
 * What a first read takes of one account.
 *
 * @param records that were not read yet, of all mapped objects
 * @param calls about so many
 * @param left calls that first reads may still use today; empty where the vendor does not tell
 */
public record Forecast(ConnectionId connection, long records, long calls, OptionalLong left) {

    /** Whether the rest must wait for the next day. */
    public boolean isTooMuch() {
        return left.isPresent() && calls > left.getAsLong();
    }
}
