package io.leadloop.app.store;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.Kind;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.state.Slot;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** Small values as the one word or number that stands for them in a column or a document. */
final class Words {

    private static final int LONGEST = 250;
    private static final Pattern UNSAFE = Pattern.compile("[\\x00\\p{Cs}]");

    private static final Repeated<ConnectionId> CONNECTIONS = new Repeated<>(ConnectionId::new);
    private static final Repeated<ObjectType> TYPES = new Repeated<>(ObjectType::new);
    private static final Repeated<FieldName> FIELDS = new Repeated<>(FieldName::new);
    private static final Repeated<String> TEXTS = new Repeated<>(text -> text);

    private Words() {}

    static ConnectionId connection(String word) {
        return CONNECTIONS.of(word);
    }

    static ObjectType type(String word) {
        return TYPES.of(word);
    }

    static FieldName field(String word) {
        return FIELDS.of(word);
    }

    /** One of few texts, such as a rule or a line of a file. */
    static String text(String word) {
        return TEXTS.of(word);
    }

    static AggregateId aggregate(String word) {
        int colon = word.indexOf(':');
        return new AggregateId(
                Kind.valueOf(word.substring(0, colon).toUpperCase(Locale.ROOT)), word.substring(colon + 1));
    }

    static RecordRef ref(String word) {
        String[] parts = word.split("/", 3);
        return new RecordRef(connection(parts[0]), type(parts[1]), parts[2]);
    }

    static String of(Slot slot) {
        return slot.connection() + "/" + slot.type() + "/" + slot.part();
    }

    static Slot slot(String word) {
        String[] parts = word.split("/", 3);
        return new Slot(connection(parts[0]), type(parts[1]), parts[2]);
    }

    /** A value that is only ever compared for equality: a long or odd one is stored as its hash. */
    static String sought(String value) {
        if (value.length() <= LONGEST && !UNSAFE.matcher(value).find()) {
            return value;
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_16));
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Whole microseconds since 1970, rounded down; times beyond reach are the last ones within it. */
    static long micros(Instant time) {
        try {
            return ChronoUnit.MICROS.between(Instant.EPOCH, time.truncatedTo(ChronoUnit.MICROS));
        } catch (ArithmeticException tooFar) {
            return time.isAfter(Instant.EPOCH) ? Long.MAX_VALUE : Long.MIN_VALUE;
        }
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
