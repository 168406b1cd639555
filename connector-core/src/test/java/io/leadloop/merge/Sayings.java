package io.leadloop.merge;

import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.FieldRule;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.canonical.Role;
import io.leadloop.state.Fact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What two records say, and what holds after all of it was heard. */
final class Sayings {

    static final ConnectionId CRM = new ConnectionId("crm");
    static final RecordRef LEAD = new RecordRef(CRM, new ObjectType("Lead"), "00Q1");
    static final RecordRef CONTACT = new RecordRef(new ConnectionId("marketing"), new ObjectType("contact"), "101");
    static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    static final Merge MERGE = new Merge(Sayings::role);

    private Sayings() {}

    static Role role(RecordRef ref) {
        return ref.connection().equals(CRM) ? Role.CRM : Role.MARKETING;
    }

    static FieldValue text(String text) {
        return FieldValue.ofText(text);
    }

    /** Set within these seconds of the day. */
    static Observation said(RecordRef who, FieldValue value, long notBefore, long at) {
        return new Observation(value, who, role(who), Instant.ofEpochSecond(notBefore), Instant.ofEpochSecond(at));
    }

    static Observation said(RecordRef who, String value, long at) {
        return said(who, text(value), at - 1, at);
    }

    static Verdict hear(FieldRule rule, Optional<Fact> held, Observation seen, boolean afterHandoff) {
        return MERGE.decide("title", rule, "person.yaml:3", held, seen, afterHandoff, NOW);
    }

    static Verdict last(FieldRule rule, boolean afterHandoff, List<Observation> all) {
        Verdict verdict = hear(rule, Optional.empty(), all.get(0), afterHandoff);
        for (Observation seen : all.subList(1, all.size())) {
            verdict = hear(rule, Optional.of(verdict.fact()), seen, afterHandoff);
        }
        return verdict;
    }

    static Verdict last(FieldRule rule, Observation... all) {
        return last(rule, false, List.of(all));
    }
}
