package io.leadloop.app.doctor;

import io.leadloop.canonical.Kind;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.SystemId;
import io.leadloop.failure.CallFailed;
import io.leadloop.failure.Failure;
import io.leadloop.mapping.Mapping;
import io.leadloop.mapping.MappingSet;
import io.leadloop.pipeline.Watched;
import io.leadloop.spi.CallUsage;
import io.leadloop.spi.PushSource;
import io.leadloop.spi.PushStanding;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the vendor would tell of at once. Nothing here keeps LeadLoop from running: what is not told is polled. */
final class PushCheck {

    private static final int NEARLY_PERCENT = 80;

    private final MappingSet mappings;
    private final SystemId system;

    PushCheck(MappingSet mappings, SystemId system) {
        this.mappings = mappings;
        this.system = system;
    }

    Finding of(String check, PushSource source) {
        Set<ObjectType> watched = new TreeSet<>(Watched.types(mappings, system));
        try {
            return finding(check, watched, source.standing(watched));
        } catch (CallFailed e) {
            return Finding.warning(
                    check,
                    e.failure().code() + ": " + e.failure().detail().replaceAll("[.]$", "") + "; all is polled",
                    "Check 'push.url', and that gRPC may leave this machine by port 443");
        }
    }

    private Finding finding(String check, Set<ObjectType> watched, PushStanding standing) {
        Set<ObjectType> told = new TreeSet<>(watched);
        told.removeAll(standing.refused().keySet());
        String what = "told at once: " + names(told) + "; polled: "
                + names(standing.refused().keySet())
                + standing.delivered().map(PushCheck::used).orElse("");
        List<String> fixes = answered()
                .flatMap(type -> Optional.ofNullable(standing.refused().get(type)).map(why -> fix(type, why)).stream())
                .toList();
        if (!fixes.isEmpty()) {
            return Finding.warning(check, what, String.join("; ", fixes));
        }
        if (standing.delivered().filter(PushCheck::isNearlyUsed).isPresent()) {
            return Finding.warning(
                    check,
                    what,
                    "Select fewer objects for Change Data Capture, or buy more deliveries; polling goes on");
        }
        return Finding.ok(check, what);
    }

    /** Where reps answer: only these are worth a warning, since Salesforce selects five without the add-on. */
    private Stream<ObjectType> answered() {
        return Stream.of(Kind.PERSON, Kind.HANDOFF)
                .flatMap(kind -> mappings.mapping(system, kind).stream())
                .map(Mapping::targets)
                .flatMap(List::stream)
                .distinct();
    }

    private static String fix(ObjectType type, Failure why) {
        return switch (why.kind()) {
            case FORBIDDEN -> "Give our user View All Records for " + type;
            case TRANSIENT,
                    THROTTLED,
                    UNAUTHENTICATED,
                    NOT_FOUND,
                    CONFLICT,
                    INVALID,
                    UNKNOWN_OUTCOME,
                    MISCONFIGURED,
                    INTERNAL -> "Select " + type + " in Setup, Change Data Capture";
        };
    }

    private static boolean isNearlyUsed(CallUsage delivered) {
        return delivered.used() * 100 >= delivered.limit() * NEARLY_PERCENT;
    }

    private static String used(CallUsage delivered) {
        return String.format(
                Locale.ROOT, "; %,d of %,d events of the day are delivered", delivered.used(), delivered.limit());
    }

    private static String names(Set<ObjectType> types) {
        return types.isEmpty()
                ? "nothing"
                : new TreeSet<>(types).stream().map(ObjectType::value).collect(Collectors.joining(", "));
    }
}
