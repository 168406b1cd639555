package io.leadloop.canonical;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * The content of one field. Three things are kept apart: a field that is absent from a map of fields (nobody asked, or
 * leave it alone), {@link Blank} (it is empty, or empty it), and a value.
 *
 * <p>Adapters hand over and take {@link Text} and {@link Blank} only, in the vendor's own wire form; the mapping turns
 * them into the other alternatives by the canonical field's {@link FieldType}.
 */
public sealed interface FieldValue {

    Blank BLANK = new Blank();

    /** {@link Blank} for a null or empty text, else {@link Text}. */
    static FieldValue ofText(@org.jspecify.annotations.Nullable String text) {
        return text == null || text.isEmpty() ? BLANK : new Text(text);
    }

    /** The canonical text form; empty for {@link Blank}. Equal values have equal texts within one {@link FieldType}. */
    String text();

    default boolean isBlank() {
        return this instanceof Blank;
    }

    /** Known to be empty. */
    record Blank() implements FieldValue {
        @Override
        public String text() {
            return "";
        }
    }

    /** Characters as they are, never empty. */
    record Text(String text) implements FieldValue {
        public Text {
            if (text.isEmpty()) {
                throw new IllegalArgumentException("an empty text is Blank");
            }
        }
    }

    /** A number without a unit; compared without regard to trailing zeros. */
    record Number(BigDecimal value) implements FieldValue {
        public Number {
            value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        }

        @Override
        public String text() {
            return value.toPlainString();
        }
    }

    /** Yes or no. */
    record Flag(boolean value) implements FieldValue {
        @Override
        public String text() {
            return Boolean.toString(value);
        }
    }

    /** A calendar day without a zone. */
    record Day(LocalDate value) implements FieldValue {
        @Override
        public String text() {
            return value.toString();
        }
    }

    /** A point in time, UTC. */
    record Moment(Instant value) implements FieldValue {
        @Override
        public String text() {
            return value.toString();
        }
    }

    /** A set of picklist values, sorted. */
    record Choices(List<String> values) implements FieldValue {
        public Choices {
            values = List.copyOf(new TreeSet<>(values));
            if (values.isEmpty()) {
                throw new IllegalArgumentException("no choices at all is Blank");
            }
        }

        public static FieldValue of(Collection<String> values) {
            return values.isEmpty() ? BLANK : new Choices(List.copyOf(values));
        }

        @Override
        public String text() {
            return String.join(";", values);
        }
    }
}
