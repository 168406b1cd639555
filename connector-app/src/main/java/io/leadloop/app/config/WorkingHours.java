package io.leadloop.app.config;

import io.leadloop.language.Problems;
import io.leadloop.language.YamlFile;
import io.leadloop.language.YamlNode;
import io.leadloop.language.YamlTable;
import io.leadloop.lifecycle.BusinessCalendar;
import io.leadloop.lifecycle.BusinessCalendar.Hours;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code time-zone} and {@code working-hours}; without them weekdays from 9 to 17:30 in UTC. */
final class WorkingHours {

    private static final String HOLIDAYS = "holidays";

    private final YamlTable file;
    private final Path folder;
    private final Problems problems;

    WorkingHours(YamlTable file, Path folder, Problems problems) {
        this.file = file;
        this.folder = folder;
        this.problems = problems;
    }

    BusinessCalendar read() {
        YamlTable table = file.table("working-hours", problems);
        Map<DayOfWeek, List<Hours>> hours = new EnumMap<>(DayOfWeek.class);
        table.entries().stream().filter(entry -> !entry.key().equals(HOLIDAYS)).forEach(entry -> days(entry, hours));
        BusinessCalendar usual = BusinessCalendar.weekdays(zone(), LocalTime.of(9, 0), LocalTime.of(17, 30));
        return new BusinessCalendar(usual.zone(), hours.isEmpty() ? usual.hours() : hours, holidays(table));
    }

    private ZoneId zone() {
        String zone = file.text("time-zone", problems).orElse("UTC");
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            problems.add(
                    "Nobody knows the time zone '" + zone + "'",
                    file.whereOf("time-zone"),
                    "Write one such as Europe/Berlin or America/New_York");
            return ZoneId.of("UTC");
        }
    }

    private void days(YamlTable.Entry entry, Map<DayOfWeek, List<Hours>> hours) {
        String[] days = entry.key().split("-", -1);
        Optional<DayOfWeek> first = day(days[0]);
        Optional<DayOfWeek> last = day(days[days.length - 1]);
        String text = entry.value() instanceof YamlNode.Scalar scalar ? scalar.text() : "";
        Optional<Hours> open = hours(text);
        if (first.isEmpty() || last.isEmpty() || days.length > 2 || first.get().compareTo(last.get()) > 0) {
            problems.add("'" + entry.key() + "' names no days", entry.where(), "Write mon, tue or mon-fri");
        } else if (open.isEmpty()) {
            problems.add("'" + text + "' are no hours", entry.value().where(), "Write them as 09:00-17:30");
        } else {
            for (DayOfWeek day = first.get(); ; day = day.plus(1)) {
                hours.put(day, List.of(open.get()));
                if (day == last.get()) {
                    return;
                }
            }
        }
    }

    private static Optional<DayOfWeek> day(String word) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().substring(0, 3).toLowerCase(Locale.ROOT).equals(word)) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    private static Optional<Hours> hours(String text) {
        String[] ends = text.split("-", -1);
        try {
            return ends.length == 2
                    ? Optional.of(new Hours(LocalTime.parse(ends[0].trim()), LocalTime.parse(ends[1].trim())))
                    : Optional.empty();
        } catch (DateTimeException | IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }

    /** Days in place, or a file that holds {@code holidays: [2026-12-25]}. */
    private Set<LocalDate> holidays(YamlTable table) {
        Optional<YamlNode> node = table.get(HOLIDAYS);
        if (node.isPresent()
                && node.get() instanceof YamlNode.Scalar name
                && name.text().endsWith(".yaml")) {
            Path path = folder.resolve(name.text());
            try (Reader reader = Files.newBufferedReader(path)) {
                return YamlFile.read(name.text(), reader, problems)
                        .map(this::dates)
                        .orElse(Set.of());
            } catch (IOException e) {
                problems.add("The file of holidays cannot be read", name.where(), "Check its name: " + name.text());
                return Set.of();
            }
        }
        return dates(table);
    }

    private Set<LocalDate> dates(YamlTable table) {
        Set<LocalDate> days = new HashSet<>();
        for (YamlNode.Scalar day : table.texts(HOLIDAYS, problems)) {
            try {
                days.add(LocalDate.parse(day.text()));
            } catch (DateTimeException wrong) {
                problems.add("'" + day.text() + "' is no day", day.where(), "Write it as 2026-12-25");
            }
        }
        return days;
    }
}
