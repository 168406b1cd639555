package io.leadloop.reconcile;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldRule;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.Kind;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.canonical.View;
import io.leadloop.mapping.CanonicalField;
import io.leadloop.mapping.Mapping;
import io.leadloop.mapping.Row;
import io.leadloop.mapping.Writing;
import io.leadloop.pipeline.Connected;
import io.leadloop.pipeline.Publication;
import io.leadloop.pipeline.Setup;
import io.leadloop.plan.Diff;
import io.leadloop.plan.Likeness;
import io.leadloop.spi.VendorRecord;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Agreed;
import io.leadloop.state.Facet;
import io.leadloop.state.Standing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Compares one record after the other: with the agreed values, then with what a plan would write. */
final class RecordComparison {

    private static final FieldValue PRESENT = new FieldValue.Text("a record");

    private final Setup setup;
    private final Known known;
    private final Publication publication;
    private final List<Difference> unexplained = new ArrayList<>();
    private long compared;
    private long explained;

    RecordComparison(Setup setup, Known known, Publication publication) {
        this.setup = setup;
        this.known = known;
        this.publication = publication;
    }

    long compared() {
        return compared;
    }

    long explained() {
        return explained;
    }

    List<Difference> unexplained() {
        return unexplained;
    }

    void compare(AggregateState state, Facet facet, Optional<VendorRecord> found) {
        if (found.filter(record -> record.retired().isEmpty()).isEmpty()) {
            compared++;
            unexplained.add(new Difference(facet.ref(), "", PRESENT, FieldValue.BLANK));
            return;
        }
        Connected connected = connected(facet.ref());
        setup.mappings()
                .mapping(connected.system(), facet.ref().type())
                .ifPresent(mapping -> compare(state, facet, found.get(), mapping, connected));
    }

    private void compare(AggregateState state, Facet facet, VendorRecord record, Mapping mapping, Connected connected) {
        ObjectType type = facet.ref().type();
        Likeness likeness = new Likeness(mapping);
        Map<FieldName, FieldValue> differing = new TreeMap<>();
        facet.agreed().forEach((field, agreed) -> {
            FieldValue now = record.fields().get(field);
            if (now == null) {
                return;
            }
            compared++;
            boolean same = likeness.same(type, field, now, agreed.value())
                    || now.equals(connected.adapter().schema().normalise(type, field, agreed.value()));
            if (!same) {
                differing.put(field, agreed.value());
            }
        });
        wanted(state, facet, record, mapping).forEach(differing::putIfAbsent);
        differing.forEach((field, expected) -> {
            if (known.explains(state, facet, field, names(mapping, type, field))
                    || Known.followedTheRecord(state, facet, expected, record.value(field))) {
                explained++;
            } else {
                unexplained.add(new Difference(facet.ref(), field.value(), expected, record.value(field)));
            }
        });
    }

    /** What the values that hold would put here; the loop's own fields are among the agreed values already. */
    private Map<FieldName, FieldValue> wanted(AggregateState state, Facet facet, VendorRecord record, Mapping mapping) {
        Kind kind = state.id().kind();
        boolean itself = facet.part().isEmpty()
                && mapping.kind() == kind
                && facet.standing() == Standing.PRIMARY
                && !hasSuccessor(state, facet, mapping);
        if (!itself || !isShared(state)) {
            return Map.of();
        }
        View view = View.of(kind.word(), state.values());
        Map<FieldName, Writing> desired =
                new LinkedHashMap<>(mapping.write(view, facet.ref().type()));
        desired.values().removeIf(writing -> rule(kind, writing.canonical()) instanceof FieldRule.Computed);
        publication.hold(state, facet, desired.values());
        Map<FieldName, Agreed> present = new LinkedHashMap<>();
        record.fields()
                .forEach((field, value) -> present.put(
                        field,
                        Optional.ofNullable(facet.agreed().get(field))
                                .map(agreed -> agreed.worded(value))
                                .orElseGet(() -> Agreed.read(value, record.changedAt()))));
        Map<FieldName, FieldValue> wanted = new TreeMap<>();
        new Diff(mapping, field -> rule(kind, field))
                .update(desired, facet.agree(present), Map.of())
                .forEach((field, planned) -> wanted.put(field, planned.after()));
        return wanted;
    }

    /** Values go to the last of a mapping's targets that there is: to the contact, if there is also a lead. */
    private static boolean hasSuccessor(AggregateState state, Facet facet, Mapping mapping) {
        List<ObjectType> targets = mapping.targets();
        return state.facets().values().stream()
                .filter(other -> other.standing() == Standing.PRIMARY
                        && other.part().isEmpty()
                        && other.ref().connection().equals(facet.ref().connection()))
                .anyMatch(other -> targets.indexOf(other.ref().type())
                        > targets.indexOf(facet.ref().type()));
    }

    /** Nothing is carried over for somebody who is known on one side only. */
    private static boolean isShared(AggregateState state) {
        return state.facets().values().stream()
                        .filter(facet -> facet.isInUse() && facet.part().isEmpty())
                        .map(facet -> facet.ref().connection())
                        .distinct()
                        .count()
                > 1;
    }

    private static List<String> names(Mapping mapping, ObjectType type, FieldName field) {
        return mapping.rows().stream()
                .filter(row -> row.on(type)
                        .filter(target -> target.field().equals(field))
                        .isPresent())
                .map(Row::canonical)
                .distinct()
                .toList();
    }

    private Connected connected(RecordRef ref) {
        return setup.connections().stream()
                .filter(connected -> connected.id().equals(ref.connection()))
                .findFirst()
                .orElseThrow();
    }

    private FieldRule rule(Kind kind, String field) {
        CanonicalField found = setup.mappings().fields(kind).get(field);
        return found == null ? new FieldRule.Computed() : found.rule();
    }
}
