package io.leadloop.hubspot;

import java.time.Duration;

/**
 * How fast we call. HubSpot's burst limit counts per ten seconds (100 to 250 by subscription); its answers tell it. Its
 * search limit counts per second for the whole account (5, shared with all other apps); no answer tells that one.
 *
 * @param limited whether the two limits are kept; off where time is not the wall's
 * @param callsPerTenSeconds the burst limit until an answer tells it
 * @param searchesPerSecond the search limit
 * @param share of both that we take, above 0 and at most 1
 * @param concurrent calls under way at once
 * @param longestWait how long a call waits for its turn before it fails as THROTTLED
 */
public record Pacing(
        boolean limited,
        int callsPerTenSeconds,
        int searchesPerSecond,
        double share,
        int concurrent,
        Duration longestWait) {

    private static final int LEAST_BURST = 100;
    private static final int SEARCHES = 5;
    private static final double SHARE = 0.95;

    public static Pacing standard() {
        return new Pacing(true, LEAST_BURST, SEARCHES, SHARE, 6, Duration.ofSeconds(30));
    }

    /** No limits: for simulators. */
    public static Pacing unlimited() {
        return new Pacing(false, LEAST_BURST, SEARCHES, SHARE, 6, Duration.ofSeconds(30));
    }
}
