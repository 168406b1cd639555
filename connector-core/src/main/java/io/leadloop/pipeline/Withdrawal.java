package io.leadloop.pipeline;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.Lane;
import io.leadloop.mapping.Mapping;
import io.leadloop.mapping.Target;
import io.leadloop.mapping.Writing;
import io.leadloop.plan.PlannedField;
import io.leadloop.plan.PlannedWrite;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Facet;
import io.leadloop.state.Slot;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A withdrawal of consent on its way to a vendor that takes it by a call of its own. */
final class Withdrawal {

    private Withdrawal() {}

    /** What the vendor shows of it is read-only, so it is taken out of the fields to write. */
    static List<PlannedWrite> plan(
            AggregateState person, Mapping mapping, Facet facet, Map<FieldName, Writing> desired) {
        return plan(person, mapping, facet, desired, "consent");
    }

    /** @param part of the slot, another for each record of the person */
    static List<PlannedWrite> plan(
            AggregateState person, Mapping mapping, Facet facet, Map<FieldName, Writing> desired, String part) {
        Optional<FieldName> shown =
                mapping.consentRow().flatMap(row -> row.on(facet.ref().type())).map(Target::field);
        if (shown.isEmpty()) {
            return List.of();
        }
        desired.remove(shown.get());
        boolean withdrawn = person.value("emailOptOut").equals(new FieldValue.Flag(true));
        boolean known = Optional.ofNullable(facet.agreed().get(shown.get()))
                .map(agreed -> agreed.value().equals(new FieldValue.Text("true")))
                .orElse(false);
        if (!withdrawn
                || known
                || facet.readVersion() == 0
                || person.value("email").isBlank()) {
            return List.of();
        }
        PlannedField field = new PlannedField(
                FieldValue.BLANK,
                new FieldValue.Text("true"),
                "emailOptOut",
                false,
                "most-restrictive",
                mapping.where().toString());
        Slot slot = new Slot(facet.ref().connection(), facet.ref().type(), part);
        return List.of(new PlannedWrite(
                slot, Optional.of(facet.ref()), "", Lane.CONSENT, "", true, Map.of(shown.get(), field)));
    }
}
