package io.leadloop.app.explain;

import io.leadloop.canonical.CriterionResult;
import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.Handoff;
import io.leadloop.canonical.Move;
import io.leadloop.canonical.Truth;
import io.leadloop.ledger.Delta;
import io.leadloop.ledger.Entry;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Loss;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A person's moves, hand-offs, lost values and writes in one list, newest first. */
public final class History {

    private static final String STATUS = "leadStatus";
    private static final int LONGEST = 60;
    private static final int MOST_FIELDS = 4;

    private History() {}

    /** @param field a canonical field that alone is asked about; empty for all */
    public static List<Happening> of(AggregateState person, List<Entry> entries, Optional<String> field) {
        List<Happening> all = new ArrayList<>();
        if (field.isEmpty() || field.get().equals(STATUS)) {
            person.journey().moves().forEach(move -> all.add(moved(move)));
            person.journey().handoffs().forEach(handoff -> all.add(handedOff(handoff)));
        }
        person.losses().stream()
                .filter(loss -> field.isEmpty() || field.get().equals(loss.field()))
                .forEach(loss -> all.add(lost(loss)));
        entries.stream()
                .filter(entry -> field.isEmpty()
                        || entry.deltas().values().stream()
                                .anyMatch(delta -> delta.field().equals(field.get())))
                .forEach(entry -> all.add(written(entry, field)));
        all.sort(Comparator.comparing(Happening::at));
        Collections.reverse(all);
        return all;
    }

    private static Happening moved(Move move) {
        return new Happening(
                move.at(),
                "moved",
                move.to().name(),
                move.because() + (move.by().isEmpty() ? "" : ", by " + move.by()),
                List.of());
    }

    private static Happening handedOff(Handoff handoff) {
        String evidence = handoff.evidence().stream()
                .filter(criterion -> criterion.result() != Truth.FALSE)
                .map(History::seen)
                .collect(Collectors.joining("; "));
        return new Happening(
                handoff.deliveredAt().orElse(handoff.qualifiedAt()),
                "handed off",
                "cycle " + handoff.cycle(),
                handoff.why() + " (" + handoff.definition() + ")",
                evidence.isEmpty() ? List.of() : List.of(evidence));
    }

    private static String seen(CriterionResult criterion) {
        return criterion.id() + " " + (criterion.result() == Truth.UNKNOWN ? "unknown" : criterion.seen());
    }

    private static Happening lost(Loss loss) {
        String more = loss.restored()
                ? "brought back by a person"
                : "kept; ./leadloop restore " + loss.id() + " brings it back";
        return new Happening(
                loss.at(),
                "lost",
                loss.field(),
                "'" + cut(loss.value().text()) + "' from " + loss.source() + ", " + loss.because(),
                List.of(more));
    }

    private static Happening written(Entry entry, Optional<String> field) {
        Instant at = entry.settledAt().orElse(entry.plannedAt());
        String tries = entry.tries() <= 1 ? "first try" : entry.tries() + " tries";
        String state = entry.state().name().toLowerCase(java.util.Locale.ROOT);
        List<String> more = new ArrayList<>();
        entry.failure().ifPresent(failure -> more.add(failure.code() + ": " + failure.detail()));
        field.ifPresent(asked -> entry.deltas().values().stream()
                .filter(delta -> delta.field().equals(asked))
                .findFirst()
                .ifPresent(delta -> more.add(delta.because() + " (" + delta.where() + ")")));
        return new Happening(
                at,
                entry.state().isOpen() ? "waiting" : "written",
                entry.slot().type().value(),
                state + ", " + tries + ": " + fields(entry.deltas(), field),
                more);
    }

    private static String fields(Map<FieldName, Delta> deltas, Optional<String> field) {
        if (field.isEmpty() && deltas.size() > MOST_FIELDS) {
            return deltas.keySet().stream()
                            .limit(MOST_FIELDS)
                            .map(FieldName::toString)
                            .collect(Collectors.joining(", "))
                    + " and " + (deltas.size() - MOST_FIELDS) + " more";
        }
        return deltas.entrySet().stream()
                .filter(delta -> field.isEmpty() || delta.getValue().field().equals(field.get()))
                .map(delta -> delta.getKey()
                        + (field.isPresent()
                                ? " '" + cut(delta.getValue().after().text()) + "'"
                                : ""))
                .collect(Collectors.joining(", "));
    }

    private static String cut(String text) {
        String line = text.replace('\n', ' ');
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
    }
}
