package io.leadloop.salesforce;

import io.leadloop.canonical.ObjectType;
import io.leadloop.failure.CallFailed;
import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pieces of SOQL. Values become literals here and nowhere else. */
final class Soql {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*(\\.[A-Za-z][A-Za-z0-9_]*){0,5}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{15}([A-Za-z0-9]{3})?");

    private static final Pattern FROM = Pattern.compile(" FROM ([A-Za-z][A-Za-z0-9_]*)");

    private Soql() {}

    /** The name itself, once it is sure to be one: names come from mapping files. */
    static String name(String text) {
        if (!NAME.matcher(text).matches()) {
            throw new CallFailed(Failure.of(
                    FailureKind.MISCONFIGURED, "INVALID_FIELD", "A field or object name is not one of Salesforce's."));
        }
        return text;
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** A string literal; quotes and backslashes cannot leave it. */
    static String text(String value) {
        StringBuilder literal = new StringBuilder(value.length() + 2).append('\'');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\'', '\\' -> literal.append('\\').append(c);
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> literal.append(c);
            }
        }
        return literal.append('\'').toString();
    }

    /** A dateTime literal, unquoted, UTC. */
    static String moment(Instant time) {
        return MOMENT.format(time);
    }

    static String select(Collection<String> columns, String object) {
        return "SELECT " + String.join(", ", columns) + " FROM " + name(object);
    }

    /** What a query of ours asks for. */
    static ObjectType object(String query) {
        Matcher from = FROM.matcher(query);
        if (!from.find()) {
            throw new IllegalArgumentException("a query without FROM");
        }
        return new ObjectType(from.group(1));
    }

    static String in(String column, Collection<String> literals) {
        return name(column) + " IN (" + String.join(", ", literals) + ")";
    }
}
