package io.leadloop.definition;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many touches it takes: {@code >= 2}, {@code > 1}, {@code == 1}. */
record TouchCount(String sign, int number) {

    private static final Pattern FORM = Pattern.compile("(>=|>|==)\\s*([0-9]{1,6})");

    static Optional<TouchCount> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(new TouchCount(matcher.group(1), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    boolean holds(int count) {
        return switch (sign) {
            case ">=" -> count >= number;
            case ">" -> count > number;
            default -> count == number;
        };
    }
}
