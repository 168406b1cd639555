package io.leadloop.plan;

import io.leadloop.canonical.Direction;
import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldRule;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.ObjectType;
import io.leadloop.mapping.Mapping;
import io.leadloop.mapping.Target;
import io.leadloop.mapping.Writing;
import io.leadloop.state.Agreed;
import io.leadloop.state.Facet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What is missing between what should stand in a record and what stands there, as far as we know. */
public final class Diff {

    private final Mapping mapping;
    private final Likeness likeness;
    private final Function<String, FieldRule> rules;

    /** @param rules the rule of a canonical field */
    public Diff(Mapping mapping, Function<String, FieldRule> rules) {
        this.mapping = mapping;
        this.likeness = new Likeness(mapping);
        this.rules = rules;
    }

    /** All fields of a record that is to be created; blanks are left out. */
    public Map<FieldName, PlannedField> create(Map<FieldName, Writing> desired, ObjectType type) {
        Map<FieldName, PlannedField> planned = new LinkedHashMap<>();
        desired.forEach((field, writing) -> {
            if (!writing.value().isBlank()) {
                planned.put(field, planned(type, field, writing, FieldValue.BLANK));
            }
        });
        return planned;
    }

    /**
     * Fields of a known record that must change.
     *
     * @param onTheWay values that are being written just now
     */
    public Map<FieldName, PlannedField> update(
            Map<FieldName, Writing> desired, Facet facet, Map<FieldName, FieldValue> onTheWay) {
        Map<FieldName, PlannedField> planned = new LinkedHashMap<>();
        boolean oursAndUnread = facet.readVersion() == 0 && !facet.agreed().isEmpty();
        desired.forEach((field, writing) -> {
            Optional<Agreed> agreed = Optional.ofNullable(facet.agreed().get(field));
            Optional<FieldValue> current =
                    Optional.ofNullable(onTheWay.get(field)).or(() -> agreed.map(Agreed::value));
            if (current.isEmpty() && !oursAndUnread) {
                return;
            }
            FieldValue now = current.orElse(FieldValue.BLANK);
            if (isMissing(facet.ref().type(), field, writing, now, agreed)) {
                planned.put(field, planned(facet.ref().type(), field, writing, now));
            }
        });
        return planned;
    }

    private boolean isMissing(
            ObjectType type, FieldName field, Writing writing, FieldValue now, Optional<Agreed> agreed) {
        if (agreed.filter(Agreed::stopped).isPresent()) {
            return false;
        }
        if (likeness.same(type, field, now, writing.value()) || !writing.mayReplace(now)) {
            return false;
        }
        if (rules.apply(writing.canonical()) instanceof FieldRule.OnlyIfBlank && !now.isBlank()) {
            return false;
        }
        Optional<FieldValue> declined = agreed.flatMap(Agreed::declined);
        return declined.isEmpty() || !declined.equals(meaning(type, field, writing.value()));
    }

    private Optional<FieldValue> meaning(ObjectType type, FieldName field, FieldValue vendor) {
        return mapping.meaning(type, field, vendor);
    }

    private PlannedField planned(ObjectType type, FieldName field, Writing writing, FieldValue before) {
        boolean shared = mapping.rows().stream()
                .flatMap(row -> row.on(type).stream())
                .filter(target -> target.field().equals(field))
                .map(Target::direction)
                .anyMatch(Direction::reads);
        return new PlannedField(
                before,
                writing.value(),
                writing.canonical(),
                shared,
                rules.apply(writing.canonical()).word(),
                writing.where().toString() + ", revision " + writing.revision());
    }
}
