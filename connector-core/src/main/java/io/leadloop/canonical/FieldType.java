package io.leadloop.canonical;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;

/** What a canonical field holds, and how a vendor's text becomes it. */
public enum FieldType {
    TEXT {
        @Override
        FieldValue read(String text) {
            return new FieldValue.Text(text);
        }
    },
    /** A mail address: trimmed, lower case. */
    EMAIL {
        @Override
        FieldValue read(String text) {
            return FieldValue.ofText(text.strip().toLowerCase(Locale.ROOT));
        }
    },
    NUMBER {
        @Override
        FieldValue read(String text) {
            return new FieldValue.Number(new BigDecimal(text.strip()));
        }
    },
    FLAG {
        @Override
        FieldValue read(String text) {
            return switch (text.strip().toLowerCase(Locale.ROOT)) {
                case "true", "1", "yes" -> new FieldValue.Flag(true);
                case "false", "0", "no" -> new FieldValue.Flag(false);
                default -> throw new IllegalArgumentException("neither true nor false");
            };
        }
    },
    /** {@code 2026-04-01}, an instant (its UTC day), or midnight UTC in milliseconds. */
    DAY {
        @Override
        FieldValue read(String text) {
            String day = text.strip();
            return new FieldValue.Day(
                    day.length() == 10 && day.indexOf('-') == 4
                            ? LocalDate.parse(day)
                            : LocalDate.ofInstant(moment(day), ZoneOffset.UTC));
        }
    },
    /** ISO 8601 with offset or {@code Z}, with or without a fraction, or milliseconds since 1970. */
    MOMENT {
        @Override
        FieldValue read(String text) {
            return new FieldValue.Moment(moment(text.strip()));
        }
    },
    /** One value of a closed list. */
    CHOICE {
        @Override
        FieldValue read(String text) {
            return new FieldValue.Text(text);
        }
    },
    /** Several values of a closed list, separated by semicolons. */
    CHOICES {
        @Override
        FieldValue read(String text) {
            return FieldValue.Choices.of(Arrays.stream(text.split(";"))
                    .map(String::strip)
                    .filter(choice -> !choice.isEmpty())
                    .toList());
        }
    };

    abstract FieldValue read(String text);

    /**
     * @throws IllegalArgumentException if the text is no value of this type; the message holds no value, so that it can
     *     be logged
     */
    public FieldValue parse(String text) {
        if (text.isBlank()) {
            return FieldValue.BLANK;
        }
        try {
            return read(text);
        } catch (NumberFormatException | DateTimeParseException e) {
            throw new IllegalArgumentException("not a " + name().toLowerCase(Locale.ROOT), e);
        }
    }

    private static Instant moment(String text) {
        if (text.chars().allMatch(Character::isDigit)) {
            return Instant.ofEpochMilli(Long.parseLong(text));
        }
        // Salesforce writes +0000 in JSON; ISO wants +00:00
        String iso = text.matches(".*[+-]\\d{4}")
                ? text.substring(0, text.length() - 2) + ":" + text.substring(text.length() - 2)
                : text;
        return OffsetDateTime.parse(iso).toInstant();
    }
}
