package io.leadloop.app.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** A time in a packed document: microseconds since 1970 as a number, or ISO 8601 where that would lose something. */
final class Times {

    private static final int MICROS = 1_000_000;
    private static final int NANOS_OF_MICRO = 1_000;

    private Times() {}

    static void write(JsonGenerator out, Instant time) {
        boolean isWhole = time.getNano() % NANOS_OF_MICRO == 0;
        if (isWhole && Math.abs(time.getEpochSecond()) < Long.MAX_VALUE / MICROS) {
            out.writeNumber(ChronoUnit.MICROS.between(Instant.EPOCH, time));
        } else {
            out.writeString(time.toString());
        }
    }

    static Instant read(JsonParser in) {
        return in.currentToken() == JsonToken.VALUE_NUMBER_INT
                ? Instant.EPOCH.plus(in.getLongValue(), ChronoUnit.MICROS)
                : Instant.parse(in.getString());
    }
}
