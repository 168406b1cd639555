package io.leadloop.canonical;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;

/** Our own name of a person, company, opportunity or campaign; never a vendor's id. */
public record AggregateId(Kind kind, String value) implements Comparable<AggregateId> {

    private static final int HASH_BYTES = 7;
    private static final Comparator<AggregateId> ORDER =
            Comparator.comparing(AggregateId::kind).thenComparing(AggregateId::value);

    public AggregateId {
        if (!kind.isAggregate()) {
            throw new IllegalArgumentException(kind.word() + " is part of another aggregate");
        }
    }

    /**
     * The same installation and first record always give the same id, so a replay makes no second one. Records that a
     * vendor numbered one after the other get neighbouring ids: what is read together lies together in a store.
     */
    public static AggregateId of(Kind kind, String installation, RecordRef firstSeen) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((installation + "|" + kind + "|" + firstSeen).getBytes(StandardCharsets.UTF_8));
            return new AggregateId(
                    kind,
                    kind.word().charAt(0)
                            + VendorOrder.of(firstSeen.id())
                            + HexFormat.of().formatHex(hash, 0, HASH_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public int compareTo(AggregateId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return kind.word() + ":" + value;
    }
}
