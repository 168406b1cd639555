package io.leadloop.salesforce;

import io.leadloop.canonical.FieldValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;

/**
 * How one field travels.
 *
 * @param type the describe word: {@code boolean}, {@code datetime}
 * @param scale digits behind the point, for numbers
 * @param unique whether two records cannot have the same value
 */
record FieldForm(String type, int scale, boolean unique) {

    /** Stands in for a field that is not described: nothing is looked up by it. */
    static final FieldForm UNIQUE_TEXT = new FieldForm("string", 0, true);

    /**
     * The value as WSC shall write it: text stays text, numbers, booleans and times get their own XML type.
     *
     * @throws IllegalArgumentException if the text is no value of the field's type; the message holds no value
     */
    Object written(String text) {
        try {
            return switch (type) {
                case "boolean" -> flag(text);
                case "double", "currency", "percent" -> Double.valueOf(new BigDecimal(text.strip()).doubleValue());
                case "int" -> new BigDecimal(text.strip()).intValueExact();
                case "datetime" -> calendar(moment(text));
                case "date" -> LocalDate.parse(text.strip()).toString();
                default -> text;
            };
        } catch (ArithmeticException | NumberFormatException | DateTimeException e) {
            throw new IllegalArgumentException("not a " + type, e);
        }
    }

    boolean isFlag() {
        return type.equals("boolean");
    }

    /**
     * The value as Salesforce gives it back: text without blanks at its ends and empty text as null, times in whole
     * seconds, numbers rounded to their scale
     * and with at least one digit behind the point, an empty checkbox as false, mail addresses in lower case (recalled, not
     * tried on an org).
     */
    FieldValue normalise(FieldValue value) {
        if (value.isBlank()) {
            return isFlag() ? FieldValue.ofText("false") : value;
        }
        try {
            return FieldValue.ofText(
                    switch (type) {
                        case "boolean" -> Boolean.toString(flag(value.text()));
                        case "double", "currency", "percent" -> number(value.text());
                        case "int" ->
                            new BigDecimal(value.text().strip())
                                    .toBigIntegerExact()
                                    .toString();
                        case "datetime" -> Soql.moment(moment(value.text()).truncatedTo(ChronoUnit.SECONDS));
                        case "date" -> LocalDate.parse(value.text().strip()).toString();
                        case "email" -> value.text().strip().toLowerCase(Locale.ROOT);
                        default -> value.text().strip();
                    });
        } catch (ArithmeticException | DateTimeException | IllegalArgumentException e) {
            return value;
        }
    }

    /** The SOQL literal, or nothing if no record can have this value. */
    Optional<String> literal(String text) {
        if (text.isBlank() || text.length() > 4_000 || text.chars().anyMatch(c -> c < ' ' && c != '\t' && c != '\n')) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    switch (type) {
                        case "boolean" -> Boolean.toString(flag(text));
                        case "double", "currency", "percent", "int" -> new BigDecimal(text.strip()).toPlainString();
                        case "datetime" -> Soql.moment(moment(text));
                        case "date" -> LocalDate.parse(text.strip()).toString();
                        default -> Soql.text(text.strip());
                    });
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Equal for two texts that Salesforce's = holds for equal. */
    String comparable(String text) {
        return switch (type) {
            case "id", "reference" -> text.substring(0, Math.min(15, text.length()));
            case "double", "currency", "percent", "int" ->
                literal(text)
                        .map(number ->
                                new BigDecimal(number).stripTrailingZeros().toPlainString())
                        .orElse(text);
            default -> literal(text).orElse(text).toLowerCase(Locale.ROOT);
        };
    }

    private String number(String text) {
        BigDecimal rounded = new BigDecimal(text.strip())
                .setScale(scale, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return rounded.setScale(Math.max(1, rounded.scale())).toPlainString();
    }

    private static boolean flag(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    private static Instant moment(String text) {
        return OffsetDateTime.parse(text.strip()).toInstant();
    }

    private static Calendar calendar(Instant time) {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        calendar.setTimeInMillis(time.toEpochMilli());
        return calendar;
    }
}
