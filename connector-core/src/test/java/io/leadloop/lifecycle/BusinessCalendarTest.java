package io.leadloop.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessCalendarTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final BusinessCalendar OFFICE =
            BusinessCalendar.weekdays(NEW_YORK, LocalTime.of(9, 0), LocalTime.of(17, 30));
    private static final Duration TARGET = Duration.ofMinutes(240);

    private static Instant march(String dayAndTime) {
        return Instant.parse("2024-03-" + dayAndTime.replace(' ', 'T') + ":00Z");
    }

    @ParameterizedTest(name = "{0}: {3} business minutes, due {4}")
    @CsvSource({
        "H1, 04 14:05, 04 15:00, 55, 04 18:05",
        "H2, 04 22:10, 05 15:30, 110, 05 17:40",
        "H3, 08 21:45, 11 16:00, 225, 11 16:15",
        "H4, 09 16:00, 10 18:00, 0, 11 17:00",
        "H5, 13 13:30, 13 18:00, 270, 13 17:30",
        "H6, 13 20:00, 14 15:00, 210, 14 15:30",
        "H7, 12 13:00, 14 15:00, 1140, 12 17:00",
        "H8, 12 14:00, 12 15:00, 60, 12 18:00",
        "H10 first owner, 12 18:00, 13 14:00, 270, 13 13:30",
        "H10 second owner, 13 14:00, 13 15:30, 90, 13 18:00",
        "H10 buyer, 12 18:00, 13 15:30, 360, 13 13:30",
    })
    void theWorkedHandOffsComeOutToTheMinute(String name, String start, String stop, long minutes, String due) {
        assertThat(OFFICE.businessTime(march(start), march(stop))).isEqualTo(Duration.ofMinutes(minutes));
        assertThat(OFFICE.due(march(start), TARGET)).isEqualTo(march(due));
    }

    @Test
    void aPauseStopsTheClock() {
        List<Span> pause = List.of(new Span(march("11 15:00"), march("13 15:00")));
        assertThat(OFFICE.businessTime(march("11 14:00"), march("13 17:00"), pause))
                .isEqualTo(Duration.ofMinutes(180));
        assertThat(OFFICE.businessTime(march("11 14:00"), march("13 17:00"))).isEqualTo(Duration.ofMinutes(1200));
        assertThat(OFFICE.due(march("11 14:00"), TARGET, pause)).isEqualTo(march("13 18:00"));
    }

    @Test
    void overlappingPausesCountOnce() {
        List<Span> pauses =
                List.of(new Span(march("12 14:00"), march("12 16:00")), new Span(march("12 15:00"), march("12 17:00")));
        assertThat(OFFICE.businessTime(march("12 13:00"), march("12 18:00"), pauses))
                .isEqualTo(Duration.ofMinutes(120));
    }

    @Test
    void aHolidayIsClosed() {
        BusinessCalendar withHoliday =
                new BusinessCalendar(NEW_YORK, OFFICE.hours(), Set.of(LocalDate.parse("2024-03-05")));
        assertThat(withHoliday.due(march("04 20:30"), TARGET)).isEqualTo(march("06 16:00"));
    }

    @Test
    void theLunchBreakIsNotWorked() {
        BusinessCalendar.Hours morning = new BusinessCalendar.Hours(LocalTime.of(9, 0), LocalTime.of(12, 0));
        BusinessCalendar.Hours afternoon = new BusinessCalendar.Hours(LocalTime.of(13, 0), LocalTime.of(17, 0));
        BusinessCalendar calendar =
                new BusinessCalendar(ZoneId.of("UTC"), Map.of(DayOfWeek.MONDAY, List.of(morning, afternoon)), Set.of());
        assertThat(calendar.due(march("04 11:00"), Duration.ofHours(2))).isEqualTo(march("04 14:00"));
    }

    @Test
    void aRoundTheClockTeamSeesDaysOf23And25Hours() {
        Map<DayOfWeek, List<BusinessCalendar.Hours>> always = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            always.put(day, List.of(new BusinessCalendar.Hours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)));
        }
        BusinessCalendar calendar = new BusinessCalendar(NEW_YORK, always, Set.of());
        Instant spring = LocalDate.parse("2024-03-10").atStartOfDay(NEW_YORK).toInstant();
        Instant autumn = LocalDate.parse("2024-11-03").atStartOfDay(NEW_YORK).toInstant();
        Duration longTime = Duration.ofDays(1).plusHours(1);
        assertThat(calendar.businessTime(
                        spring,
                        LocalDate.parse("2024-03-11").atStartOfDay(NEW_YORK).toInstant()))
                .isEqualTo(Duration.ofHours(23));
        assertThat(calendar.businessTime(
                        autumn,
                        LocalDate.parse("2024-11-04").atStartOfDay(NEW_YORK).toInstant()))
                .isEqualTo(longTime);
        assertThat(calendar.due(autumn, longTime)).isEqualTo(autumn.plus(longTime));
    }

    @Test
    void aStopBeforeTheStartIsNoTime() {
        assertThat(OFFICE.businessTime(march("05 15:00"), march("04 15:00"))).isEqualTo(Duration.ZERO);
    }

    @Test
    void theDueTimeIsTheFirstMomentAtWhichTheTargetIsReached() {
        long seed = 20240304;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            Instant start = march("01 00:00").plusSeconds(random.nextInt(20 * 86_400));
            Duration target = Duration.ofSeconds(1 + random.nextInt(40 * 3600));
            Instant due = OFFICE.due(start, target);
            assertThat(OFFICE.businessTime(start, due)).isEqualTo(target);
            assertThat(OFFICE.businessTime(start, due.minusSeconds(1))).isLessThan(target);
        }
    }

    @Test
    void aCalendarThatIsNeverOpenIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BusinessCalendar(NEW_YORK, Map.of(), Set.of()));
    }

    @Test
    void hoursThatCloseBeforeTheyOpenAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BusinessCalendar.Hours(LocalTime.of(17, 0), LocalTime.of(9, 0)));
    }
}
