package io.leadloop.merge;

import io.leadloop.canonical.FieldRule;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.RecordRef;
import io.leadloop.canonical.Role;
import io.leadloop.state.Fact;
import io.leadloop.state.Loss;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.CRC32;

/**
 * Chooses between the value that holds and one that a record says. For two records the value that survives does not
 * depend on the order in which their observations arrive, as long as those of one record come in order. One exception: a
 * record whose value is preferred is emptied, and the other record's value, typed later than that, was read before; it
 * was listed as lost by then and is not brought back.
 */
public final class Merge {

    private static final FieldValue TRUE = new FieldValue.Flag(true);

    private final Function<RecordRef, Role> roles;

    /** @param roles the role of a record's connection */
    public Merge(Function<RecordRef, Role> roles) {
        this.roles = roles;
    }

    /**
     * @param where file and line of the rule, for the explanation
     * @param afterHandoff whether a hand-off has been delivered and its cycle is open
     */
    public Verdict decide(
            String field,
            FieldRule rule,
            String where,
            Optional<Fact> held,
            Observation seen,
            boolean afterHandoff,
            Instant now) {
        FieldRule inForce = inForce(rule, afterHandoff);
        Fact offered = fact(seen, inForce, where, now);
        if (held.isEmpty()) {
            return new Verdict(offered, Optional.empty(), !seen.value().isBlank());
        }
        Fact current = held.get();
        if (current.value().equals(seen.value())) {
            return new Verdict(seenWins(inForce, current, seen) ? offered : current, Optional.empty(), false);
        }
        FieldValue both = union(inForce, current.value(), seen.value());
        if (!both.isBlank()) {
            Fact united =
                    new Fact(both, Optional.of(seen.source()), seen.notBefore(), seen.at(), now, rule.word(), where);
            return new Verdict(united, Optional.empty(), !both.equals(current.value()));
        }
        return seenWins(inForce, current, seen)
                ? new Verdict(offered, lossOfHeld(field, inForce, current, seen, now), true)
                : new Verdict(current, lossOfSeen(field, inForce, seen, now), false);
    }

    private static FieldRule inForce(FieldRule rule, boolean afterHandoff) {
        if (rule instanceof FieldRule.AroundHandoff around) {
            return afterHandoff ? around.after() : around.before();
        }
        return rule;
    }

    private boolean seenWins(FieldRule rule, Fact current, Observation seen) {
        boolean sameSource = current.source().equals(Optional.of(seen.source()));
        if (rule instanceof FieldRule.MostRestrictive) {
            return seen.value().equals(TRUE) || (!current.value().equals(TRUE) && newer(current, seen));
        }
        if (rule instanceof FieldRule.ForwardOnly forward) {
            int ahead = forward.order().indexOf(seen.value().text())
                    - forward.order().indexOf(current.value().text());
            return ahead > 0 || (ahead == 0 && newer(current, seen));
        }
        if (rule instanceof FieldRule.WriteOnce) {
            return current.value().isBlank() || (!seen.value().isBlank() && !sameSource && earlier(seen, current));
        }
        if (rule instanceof FieldRule.Computed) {
            return false;
        }
        if (sameSource) {
            return true;
        }
        if (rule instanceof FieldRule.Prefer prefer) {
            return preferred(prefer.role(), current, seen);
        }
        if (rule instanceof FieldRule.OnlyIfBlank) {
            return current.value().isBlank() || (!seen.value().isBlank() && preferred(Role.CRM, current, seen));
        }
        return newer(current, seen);
    }

    private boolean preferred(Role role, Fact current, Observation seen) {
        boolean heldByRole = current.source().map(roles).equals(Optional.of(role));
        boolean seenByRole = seen.role() == role;
        if (heldByRole == seenByRole) {
            return newer(current, seen);
        }
        return seenByRole ? !seen.value().isBlank() : current.value().isBlank();
    }

    /** Later for certain; where the intervals overlap the CRM's value, then that of the smaller ref. */
    private boolean newer(Fact current, Observation seen) {
        if (!seen.notBefore().isBefore(current.at())) {
            return true;
        }
        if (!current.notBefore().isBefore(seen.at())) {
            return false;
        }
        return tieBreak(current, seen);
    }

    private boolean earlier(Observation seen, Fact current) {
        if (!seen.at().equals(current.at())) {
            return seen.at().isBefore(current.at());
        }
        return tieBreak(current, seen);
    }

    private boolean tieBreak(Fact current, Observation seen) {
        Role heldRole = current.source().map(roles).orElse(Role.CRM);
        if (heldRole != seen.role()) {
            return seen.role() == Role.CRM;
        }
        return current.source()
                .filter(held -> seen.source().compareTo(held) < 0)
                .isPresent();
    }

    private static FieldValue union(FieldRule rule, FieldValue one, FieldValue other) {
        if (!(rule instanceof FieldRule.Union)) {
            return FieldValue.BLANK;
        }
        List<String> all = new ArrayList<>();
        for (FieldValue value : List.of(one, other)) {
            if (value instanceof FieldValue.Choices choices) {
                all.addAll(choices.values());
            } else if (!value.isBlank()) {
                all.add(value.text());
            }
        }
        return FieldValue.Choices.of(all);
    }

    private static Fact fact(Observation seen, FieldRule rule, String where, Instant now) {
        return new Fact(seen.value(), Optional.of(seen.source()), seen.notBefore(), seen.at(), now, rule.word(), where);
    }

    private static Optional<Loss> lossOfHeld(String field, FieldRule rule, Fact held, Observation winner, Instant now) {
        if (held.value().isBlank() || held.source().isEmpty() || held.source().equals(Optional.of(winner.source()))) {
            return Optional.empty();
        }
        RecordRef source = held.source().orElseThrow();
        return Optional.of(loss(field, held.value(), source, held.at(), now, rule));
    }

    private static Optional<Loss> lossOfSeen(String field, FieldRule rule, Observation seen, Instant now) {
        return seen.value().isBlank() || rule instanceof FieldRule.Computed
                ? Optional.empty()
                : Optional.of(loss(field, seen.value(), seen.source(), seen.at(), now, rule));
    }

    /** A loss of a value that lost against another by this rule; its id depends on nothing but what was lost. */
    public static Loss loss(String field, FieldValue value, RecordRef source, Instant at, Instant now, FieldRule rule) {
        CRC32 crc = new CRC32();
        crc.update((field + "|" + value.text() + "|" + source + "|" + at).getBytes(StandardCharsets.UTF_8));
        String id = "L-" + Long.toString(crc.getValue(), 36).toUpperCase(java.util.Locale.ROOT);
        return new Loss(id, field, value, source, at, now, rule.word(), false);
    }
}
