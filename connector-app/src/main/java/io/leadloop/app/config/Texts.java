package io.leadloop.app.config;

import io.leadloop.language.Problems;
import io.leadloop.language.YamlNode;
import io.leadloop.language.YamlTable;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of the configuration, with {@code ${NAME}} replaced from the environment. */
final class Texts {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");
    private static final Pattern DURATION = Pattern.compile("([1-9][0-9]{0,5})(ms|s|m|h|d)");

    private final Map<String, String> environment;
    private final Problems problems;

    Texts(Map<String, String> environment, Problems problems) {
        this.environment = environment;
        this.problems = problems;
    }

    Optional<String> text(YamlTable table, String key) {
        return table.scalar(key, problems).map(this::filled).filter(text -> !text.isEmpty());
    }

    /** Empty text if it is missing, which is noted. */
    String required(YamlTable table, String key) {
        if (table.entry(key).isEmpty()) {
            problems.add("'" + key + "' is missing", table.where(), "Add '" + key + ":'");
        }
        return text(table, key).orElse("");
    }

    Optional<URI> address(YamlTable table, String key) {
        return text(table, key).flatMap(text -> {
            try {
                URI address = new URI(text);
                if (address.getHost() != null
                        && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
                    return Optional.of(address);
                }
            } catch (URISyntaxException noAddress) {
                // reported below, with the others
            }
            problems.add("'" + key + "' is no web address", table.whereOf(key), "Write it with https:// and a host");
            return Optional.empty();
        });
    }

    Duration duration(YamlTable table, String key, Duration otherwise) {
        Optional<String> text = text(table, key);
        if (text.isEmpty()) {
            return otherwise;
        }
        Matcher matcher = DURATION.matcher(text.get());
        if (!matcher.matches()) {
            problems.add(
                    "'" + key + "' is '" + text.get() + "', no time",
                    table.whereOf(key),
                    "Write it as 60s, 5m, 1h or 30d");
            return otherwise;
        }
        long number = Long.parseLong(matcher.group(1));
        String unit = matcher.group(2);
        return switch (unit) {
            case "ms" -> Duration.ofMillis(number);
            case "d" -> Duration.ofDays(number);
            default -> Duration.parse("PT" + number + unit);
        };
    }

    private String filled(YamlNode.Scalar scalar) {
        Matcher matcher = VARIABLE.matcher(scalar.text());
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            String value = environment.get(matcher.group(1));
            if (value == null || value.isEmpty()) {
                problems.add(
                        "The environment variable " + matcher.group(1) + " is not set",
                        scalar.where(),
                        "Set it before LeadLoop starts");
            }
            matcher.appendReplacement(filled, Matcher.quoteReplacement(value == null ? "" : value));
        }
        return matcher.appendTail(filled).toString();
    }
}
