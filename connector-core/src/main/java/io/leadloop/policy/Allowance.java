package io.leadloop.policy;

import io.leadloop.canonical.Lane;

/**
 * How much of an account's daily calls are ours, and for what. Of our part the last fifth is kept for consent and
 * feedback, and a first read and credit stop before status does.
 *
 * @param dailyLimit the most calls that we count on; the vendor's own limit counts if it is lower
 * @param keepFreePercent share of the limit that is left to others, 0 to 100
 */
public record Allowance(long dailyLimit, int keepFreePercent) {

    public static final Allowance UNLIMITED = new Allowance(Long.MAX_VALUE, 0);

    private static final long WHOLE = 100;

    /**
     * Whether work of this lane may call once more.
     *
     * @param used calls of the day so far, by everybody
     * @param vendorLimit what the vendor allows, at most 10^15
     */
    public boolean permits(Lane lane, long used, long vendorLimit) {
        return left(lane, used, vendorLimit) > 0;
    }

    /** Calls that work of this lane may still make today. */
    public long left(Lane lane, long used, long vendorLimit) {
        return Math.max(0, ours(vendorLimit) * (WHOLE - keptFrom(lane)) / WHOLE - used);
    }

    /** Calls that may be used up at most. */
    public long ours(long vendorLimit) {
        return Math.min(dailyLimit, vendorLimit) * (WHOLE - keepFreePercent) / WHOLE;
    }

    private static long keptFrom(Lane lane) {
        return switch (lane) {
            case CONSENT, FEEDBACK -> 0;
            case STATUS -> 20;
            case ATTRIBUTION -> 30;
            case BACKFILL -> 40;
        };
    }
}
