package io.leadloop.language;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelAttribute;
import dev.cel.runtime.CelUnknownSet;
import io.leadloop.canonical.FieldType;
import io.leadloop.canonical.FieldValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Our values in CEL's world and back. */
final class CelValues {

    /** What a variable gives whose value cannot be told; what follows from it is unknown too. */
    static final CelUnknownSet UNKNOWN = CelUnknownSet.create(CelAttribute.create("absent"));

    private CelValues() {}

    /** Numbers are dynamic, so that whole ones and others compare with each other. */
    static CelType type(FieldType type) {
        return switch (type) {
            case TEXT, EMAIL, CHOICE -> SimpleType.STRING;
            case NUMBER -> SimpleType.DYN;
            case FLAG -> SimpleType.BOOL;
            case DAY, MOMENT -> SimpleType.TIMESTAMP;
            case CHOICES -> ListType.create(SimpleType.STRING);
        };
    }

    /**
     * {@link #UNKNOWN} if it cannot be told: a blank text is the empty text, a blank set the empty list; nothing else can
     * be empty.
     */
    static Object toCel(FieldValue value, FieldType type) {
        if (value.isBlank()) {
            return blank(type);
        }
        if (value instanceof FieldValue.Text text) {
            return fits(type) ? text.text() : parsed(text, type);
        }
        if (value instanceof FieldValue.Number number) {
            return number(number.value());
        }
        if (value instanceof FieldValue.Flag flag) {
            return flag.value();
        }
        if (value instanceof FieldValue.Day day) {
            return day.value().atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        if (value instanceof FieldValue.Moment moment) {
            return moment.value();
        }
        return ((FieldValue.Choices) value).values();
    }

    private static Object blank(FieldType type) {
        return switch (type) {
            case TEXT, EMAIL -> "";
            case CHOICES -> List.of();
            case NUMBER, FLAG, DAY, MOMENT, CHOICE -> UNKNOWN;
        };
    }

    private static boolean fits(FieldType type) {
        return type == FieldType.TEXT || type == FieldType.EMAIL || type == FieldType.CHOICE;
    }

    private static Object parsed(FieldValue.Text text, FieldType type) {
        try {
            FieldValue value = type.parse(text.text());
            return value instanceof FieldValue.Text ? UNKNOWN : toCel(value, type);
        } catch (IllegalArgumentException e) {
            return UNKNOWN;
        }
    }

    private static Object number(BigDecimal value) {
        boolean whole = value.scale() <= 0 && value.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
        if (whole) {
            return value.longValueExact();
        }
        return value.doubleValue();
    }

    /** Empty if it is nothing that a field can hold. */
    static Optional<FieldValue> fromCel(Object value) {
        if (value instanceof String text) {
            return Optional.of(FieldValue.ofText(text));
        }
        if (value instanceof Boolean flag) {
            return Optional.of(new FieldValue.Flag(flag));
        }
        if (value instanceof Long number) {
            return Optional.of(new FieldValue.Number(BigDecimal.valueOf(number)));
        }
        if (value instanceof Double number) {
            return Double.isFinite(number)
                    ? Optional.of(new FieldValue.Number(BigDecimal.valueOf(number)))
                    : Optional.empty();
        }
        if (value instanceof Instant moment) {
            return Optional.of(new FieldValue.Moment(moment));
        }
        if (value instanceof Collection<?> list && list.stream().allMatch(item -> item instanceof String)) {
            return Optional.of(
                    FieldValue.Choices.of(list.stream().map(String.class::cast).toList()));
        }
        return Optional.empty();
    }
}
