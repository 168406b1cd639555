package io.leadloop.pipeline;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldRule;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.Kind;
import io.leadloop.canonical.Role;
import io.leadloop.language.Location;
import io.leadloop.ledger.Delta;
import io.leadloop.ledger.Entry;
import io.leadloop.ledger.EntryState;
import io.leadloop.mapping.CanonicalField;
import io.leadloop.mapping.FirstSight;
import io.leadloop.mapping.MappingSet;
import io.leadloop.mapping.Row;
import io.leadloop.mapping.Target;
import io.leadloop.mapping.UnknownValue;
import io.leadloop.merge.Merge;
import io.leadloop.merge.Observation;
import io.leadloop.merge.Verdict;
import io.leadloop.plan.Likeness;
import io.leadloop.spi.VendorRecord;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Agreed;
import io.leadloop.state.Facet;
import io.leadloop.state.Fact;
import io.leadloop.state.Loss;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes a record into an aggregate: what differs from the agreed value is a change, everything else is an echo, a stale
 * read or a first sight.
 */
final class Observe {

    private final MappingSet mappings;
    private final Merge merge;

    Observe(MappingSet mappings, Merge merge) {
        this.mappings = mappings;
        this.merge = merge;
    }

    /**
     * @param open entries of this aggregate that can still reach the vendor
     * @param afterHandoff whether a delivered hand-off is open
     */
    Observed take(
            AggregateState before,
            Sighting sighting,
            String part,
            List<Entry> open,
            boolean afterHandoff,
            Instant now) {
        VendorRecord record = sighting.record();
        Facet facet = Optional.ofNullable(before.facets().get(record.ref()))
                .orElseGet(() -> Facet.unseen(record.ref(), part, before.standing(record.ref(), part), now));
        if (record.version().value() < facet.readVersion()) {
            return Observed.stale(before);
        }
        Taking taking = new Taking(before, sighting, facet, open, afterHandoff, now);
        sighting.mapping()
                .rows()
                .forEach(row -> row.on(record.ref().type()).ifPresent(target -> taking.field(row, target)));
        sighting.mapping().raw(record.ref().type()).forEach(taking::raw);
        taking.computed();
        return taking.result();
    }

    private final class Taking {
        private final Sighting sighting;
        private final VendorRecord record;
        private final Facet facet;
        private final List<Entry> open;
        private final boolean afterHandoff;
        private final Likeness likeness;
        private final Instant now;
        private final Map<FieldName, Agreed> agreed = new LinkedHashMap<>();
        private final Map<String, FieldValue> said = new LinkedHashMap<>();
        private final List<FieldName> understood = new ArrayList<>();
        private final List<String> kept = new ArrayList<>();
        private final List<String> frozen = new ArrayList<>();
        private AggregateState state;
        private boolean news;

        Taking(
                AggregateState state,
                Sighting sighting,
                Facet facet,
                List<Entry> open,
                boolean afterHandoff,
                Instant now) {
            this.state = state;
            this.sighting = sighting;
            this.record = sighting.record();
            this.facet = facet;
            this.open = open;
            this.afterHandoff = afterHandoff;
            this.likeness = new Likeness(sighting.mapping());
            this.now = now;
            this.news = facet.readVersion() == 0;
        }

        void field(Row row, Target target) {
            FieldName field = target.field();
            FieldValue value = record.fields().get(field);
            if (value == null || agreed.containsKey(field)) {
                return;
            }
            Agreed known = facet.agreed().get(field);
            if (known == null) {
                firstSight(row, target, value);
            } else if (value.equals(known.value())) {
                if (known.stopped() && canonical(row, target).isPresent()) {
                    news = true;
                    understood.add(field);
                    agreed.put(field, Agreed.read(value, known.at()));
                    changed(row, target, value, known);
                }
            } else {
                Optional<Delta> ours = ours(field, value);
                if (ours.isPresent()) {
                    agreed.put(field, Agreed.written(value, ours.get().before(), record.changedAt()));
                } else if (sameMeaning(field, value, known.value())) {
                    agreed.put(field, known.worded(value));
                    news = true;
                } else {
                    news = true;
                    agreed.put(field, Agreed.read(value, record.changedAt()));
                    if (known.isUndoneBy(value)) {
                        undone(row.canonical());
                    }
                    if (known.stopped()) {
                        understood.add(field);
                    }
                    changed(row, target, value, known);
                }
            }
        }

        /** A field that nothing maps, but an expression or the definition names. */
        void raw(FieldName field) {
            FieldValue value = record.fields().get(field);
            Agreed known = facet.agreed().get(field);
            if (value != null
                    && !agreed.containsKey(field)
                    && (known == null || !known.value().equals(value))) {
                agreed.put(field, Agreed.read(value, record.changedAt()));
                news = true;
            }
        }

        private Optional<Delta> ours(FieldName field, FieldValue value) {
            return open.stream()
                    .filter(entry -> entry.state() == EntryState.IN_FLIGHT || entry.state() == EntryState.UNKNOWN)
                    .filter(entry -> entry.ref().equals(Optional.of(record.ref())))
                    .flatMap(entry -> Optional.ofNullable(entry.deltas().get(field)).stream())
                    .filter(delta -> delta.after().equals(value))
                    .findFirst();
        }

        /** Consent is never frozen: a withdrawal is carried over however often somebody takes it back. */
        private void undone(String field) {
            if (!facet.part().isEmpty() || rule(field) instanceof FieldRule.MostRestrictive) {
                return;
            }
            boolean before = state.isFrozen(field);
            state = state.withFlip(field, record.changedAt());
            if (!before && state.isFrozen(field)) {
                frozen.add(field);
            }
        }

        private boolean sameMeaning(FieldName field, FieldValue one, FieldValue other) {
            return likeness.same(record.ref().type(), field, one, other);
        }

        private void firstSight(Row row, Target target, FieldValue value) {
            agreed.put(target.field(), Agreed.read(value, record.changedAt()));
            boolean known = !facet.agreed().isEmpty();
            Optional<FieldValue> canonical = canonical(row, target);
            if (!target.direction().reads()
                    || canonical.isEmpty()
                    || canonical.get().isBlank()) {
                return;
            }
            FieldRule rule = rule(row.canonical());
            if (rule instanceof FieldRule.Computed) {
                if (known) {
                    said.put(row.canonical(), canonical.get());
                }
                return;
            }
            FieldValue held = state.value(row.canonical());
            if (rule instanceof FieldRule.Newest && held.equals(canonical.get())) {
                return; // agreed without a change: nobody has typed it just now
            }
            boolean clash = !held.isBlank() && !held.equals(canonical.get());
            boolean choosable = rule instanceof FieldRule.Newest
                    || rule instanceof FieldRule.Prefer
                    || rule instanceof FieldRule.AroundHandoff;
            if (choosable && isSaidBefore(row, value)) {
                return;
            }
            FirstSight policy = sighting.mapping().onFirstSight();
            if (clash && choosable && (policy == FirstSight.KEEP_BOTH || policy == FirstSight.ONLY_IF_BLANK)) {
                agreed.put(
                        target.field(), Agreed.read(value, record.changedAt()).declining(held));
                kept.add(row.canonical());
                lose(row.canonical(), canonical.get(), "kept where it stands on first sight");
                return;
            }
            if (clash && choosable) {
                rule = new FieldRule.Prefer(policy == FirstSight.CRM ? Role.CRM : Role.MARKETING);
            }
            decide(row.canonical(), rule, canonical.get(), Instant.EPOCH);
        }

        /**
         * Another record of the same account has said this before, such as the lead that this contact was made from: it is
         * no news, and what was chosen since stands.
         */
        private boolean isSaidBefore(Row row, FieldValue value) {
            return state.facets().values().stream()
                    .filter(other -> other.part().isEmpty()
                            && !other.ref().equals(record.ref())
                            && other.ref().connection().equals(record.ref().connection()))
                    .flatMap(other ->
                            row
                                    .on(other.ref().type())
                                    .map(target -> other.agreed().get(target.field()))
                                    .stream())
                    .anyMatch(agreed ->
                            agreed.value().equals(value) && agreed.declined().isEmpty());
        }

        private void changed(Row row, Target target, FieldValue value, Agreed known) {
            if (!target.direction().reads()) {
                lose(row.canonical(), value, "only we write this field");
                return;
            }
            Optional<FieldValue> canonical = canonical(row, target);
            if (canonical.isEmpty()) {
                agreed.put(
                        target.field(), Agreed.read(value, record.changedAt()).stop());
                return;
            }
            FieldRule rule = rule(row.canonical());
            if (rule instanceof FieldRule.Computed) {
                said.put(row.canonical(), canonical.get());
                if (sighting.connected().role() == Role.MARKETING) {
                    lose(row.canonical(), canonical.get(), "the lifecycle decides");
                }
                return;
            }
            Instant since = known.at().isAfter(facet.changedAt()) ? known.at() : facet.changedAt();
            decide(
                    row.canonical(),
                    rule,
                    canonical.get(),
                    since.isAfter(record.changedAt()) ? record.changedAt() : since);
        }

        /** Values that the mapping computes from the record, such as the role class of a job title. */
        void computed() {
            sighting.reading().values().forEach((name, value) -> {
                if (sighting.reading().computed().contains(name) && !value.equals(state.value(name))) {
                    Fact fact = new Fact(
                            value,
                            Optional.of(record.ref()),
                            facet.changedAt(),
                            record.changedAt(),
                            now,
                            "computed while reading",
                            where(name));
                    state = state.withFact(name, fact);
                    news = true;
                }
            });
        }

        private void decide(String field, FieldRule rule, FieldValue value, Instant since) {
            Observation seen =
                    new Observation(value, record.ref(), sighting.connected().role(), since, record.changedAt());
            Verdict verdict = merge.decide(
                    field, rule, where(field), Optional.ofNullable(state.facts().get(field)), seen, afterHandoff, now);
            state = state.withFact(field, verdict.fact());
            verdict.loss().ifPresent(this::keep);
            news |= verdict.changed();
        }

        private void lose(String field, FieldValue value, String because) {
            Loss loss = Merge.loss(field, value, record.ref(), record.changedAt(), now, new FieldRule.Computed());
            keep(new Loss(loss.id(), field, value, loss.source(), loss.at(), loss.recordedAt(), because, false));
        }

        private void keep(Loss loss) {
            if (state.losses().stream().noneMatch(known -> known.id().equals(loss.id()))) {
                List<Loss> all = new ArrayList<>(state.losses());
                all.add(loss);
                state = state.withLosses(all);
            }
        }

        private Optional<FieldValue> canonical(Row row, Target target) {
            return sighting.mapping().meaning(record.ref().type(), target.field(), record.value(target.field()));
        }

        private FieldRule rule(String field) {
            CanonicalField found = fields().get(field);
            return found == null ? new FieldRule.Newest() : found.rule();
        }

        private String where(String field) {
            CanonicalField found = fields().get(field);
            Location where = found == null ? sighting.mapping().where() : found.where();
            return where.toString();
        }

        private Map<String, CanonicalField> fields() {
            Kind kind = sighting.mapping().kind();
            return mappings.fields(kind);
        }

        Observed result() {
            Facet after = facet.agree(agreed).read(record.version().value(), record.changedAt());
            Map<FieldName, UnknownValue> unknown = sighting.reading().unknown();
            state = state.withFacet(after);
            understood.removeAll(unknown.keySet());
            return new Observed(state, said, unknown, understood, kept, frozen, news, false);
        }
    }
}
