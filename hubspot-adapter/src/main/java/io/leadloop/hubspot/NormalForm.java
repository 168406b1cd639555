package io.leadloop.hubspot;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * How HubSpot gives a value back after a write: addresses in lower case, times in UTC with milliseconds only where there
 * are any, days without time, numbers without idle zeros. Options stay exactly as they are. What cannot be read stays.
 */
final class NormalForm {

    private NormalForm() {}

    static String of(String vendorType, String property, String text) {
        if (property.equals("email")) {
            return text.strip().toLowerCase(Locale.ROOT);
        }
        try {
            return switch (vendorType) {
                case "datetime" -> moment(text.strip());
                case "date" -> day(text.strip());
                case "number" -> number(text.strip());
                case "bool" -> text.strip().toLowerCase(Locale.ROOT);
                default -> text;
            };
        } catch (DateTimeParseException | NumberFormatException e) {
            return text;
        }
    }

    private static String moment(String text) {
        return instant(text).truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static String day(String text) {
        return text.length() == 10 && text.charAt(4) == '-'
                ? LocalDate.parse(text).toString()
                : LocalDate.ofInstant(instant(text), ZoneOffset.UTC).toString();
    }

    private static String number(String text) {
        BigDecimal number = new BigDecimal(text);
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static Instant instant(String text) {
        return text.chars().allMatch(Character::isDigit)
                ? Instant.ofEpochMilli(Long.parseLong(text))
                : OffsetDateTime.parse(text).toInstant();
    }
}
