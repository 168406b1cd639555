package io.leadloop.app.engine;

import io.leadloop.failure.CallFailed;
import io.leadloop.hubspot.HubSpotAdapter;
import io.leadloop.hubspot.Owner;
import io.leadloop.pipeline.Connected;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What HubSpot calls its users. Read when somebody is not known, at most once in {@link #AGAIN}; safe for many threads.
 */
public final class Colleagues {

    static final Duration AGAIN = Duration.ofMinutes(5);

    private final Supplier<List<Owner>> owners;
    private final InstantSource clock;
    private final Map<String, String> names = new HashMap<>();
    private Instant next = Instant.MIN;

    Colleagues(Supplier<List<Owner>> owners, InstantSource clock) {
        this.owners = owners;
        this.clock = clock;
    }

    /** Calls nobody yet. Without HubSpot everybody is called by their address. */
    static Colleagues of(List<Connected> connections, InstantSource clock) {
        return new Colleagues(
                connections.stream()
                        .map(Connected::adapter)
                        .filter(HubSpotAdapter.class::isInstance)
                        .map(HubSpotAdapter.class::cast)
                        .findFirst()
                        .<Supplier<List<Owner>>>map(
                                portal -> () -> portal.owners().read(false))
                        .orElse(List::of),
                clock);
    }

    /** First and last name of the owner with this address; the address itself if HubSpot does not say. */
    public synchronized String name(String email) {
        String key = email.toLowerCase(Locale.ROOT);
        if (!names.containsKey(key) && !clock.instant().isBefore(next)) {
            next = clock.instant().plus(AGAIN);
            read();
        }
        return names.getOrDefault(key, email);
    }

    private void read() {
        try {
            for (Owner owner : owners.get()) {
                String name = (owner.firstName() + " " + owner.lastName()).strip();
                if (!name.isEmpty() && !owner.email().isEmpty()) {
                    names.put(owner.email().toLowerCase(Locale.ROOT), name);
                }
            }
        } catch (CallFailed unavailable) {
            // an answer must not wait for a name: the address serves, and the next one asks again
        }
    }
}
