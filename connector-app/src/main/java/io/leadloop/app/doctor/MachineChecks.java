package io.leadloop.app.doctor;

import io.leadloop.app.config.Configuration;
import io.leadloop.lifecycle.BusinessCalendar;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Versions, disk, time zone. */
final class MachineChecks {

    private static final int OLDEST_JAVA = 17;
    private static final long MEGABYTE = 1_000_000;
    private static final long TOO_LITTLE = 200 * MEGABYTE;
    private static final long LITTLE = 2_000 * MEGABYTE;

    private final Machine machine;

    MachineChecks(Machine machine) {
        this.machine = machine;
    }

    Finding versions() {
        String what = "LeadLoop " + machine.leadLoop() + ", Java " + machine.java();
        return machine.java() < OLDEST_JAVA
                ? Finding.broken("versions", what, "Install a JDK " + OLDEST_JAVA + " or newer")
                : Finding.ok("versions", what);
    }

    Finding disk(Configuration configuration) {
        long free = machine.freeBytes().applyAsLong(configuration.dataFolder());
        String what = String.format(Locale.ROOT, "%,d MB free for the store and logs", free / MEGABYTE);
        String fix = "Make room, or put 'store' on a larger disk";
        return free < TOO_LITTLE
                ? Finding.broken("disk", what, fix)
                : free < LITTLE ? Finding.warning("disk", what, fix) : Finding.ok("disk", what);
    }

    /** The last holidays of a list that somebody wrote once go by unnoticed. */
    Finding hours(Configuration configuration) {
        BusinessCalendar calendar = configuration.calendar();
        String what = calendar.zone() + ", working hours on "
                + calendar.hours().keySet().size() + " days a week, "
                + calendar.holidays().size() + " holidays";
        Optional<LocalDate> last = calendar.holidays().stream().max(Comparator.naturalOrder());
        LocalDate today = machine.clock().instant().atZone(calendar.zone()).toLocalDate();
        if (last.isPresent() && last.get().isBefore(today)) {
            return Finding.warning(
                    "working hours",
                    what + ", all of them past",
                    "Add the days to come under 'working-hours.holidays'");
        }
        if (calendar.zone().normalized().equals(ZoneOffset.UTC)
                && configuration.clock().isEmpty()) {
            return Finding.warning(
                    "working hours", what, "Write 'time-zone' unless sales works by UTC: answer clocks follow it");
        }
        return Finding.ok("working hours", what);
    }
}
