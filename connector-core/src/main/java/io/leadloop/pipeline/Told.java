package io.leadloop.pipeline;

import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.Handoff;
import io.leadloop.canonical.Kind;
import io.leadloop.canonical.Role;
import io.leadloop.mapping.Mapping;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Facet;
import java.util.Optional;

/** Whether marketing has been told why the last cycle ended; before that no new one begins, or it would never be. */
final class Told {

    /** What becomes true when that write is settled: the person is judged again. */
    static final String TAG = "told";

    private Told() {}

    static boolean isTold(Setup setup, AggregateState person) {
        Optional<Connected> marketing = setup.connected(Role.MARKETING);
        Optional<Mapping> mapping =
                marketing.flatMap(connected -> setup.mappings().mapping(connected.system(), Kind.PERSON));
        Optional<String> reason = person.journey()
                .latest()
                .filter(handoff -> !handoff.isOpen())
                .flatMap(Handoff::reason)
                .map(code -> code.value());
        if (mapping.isEmpty() || reason.isEmpty()) {
            return true;
        }
        return PersonPlan.primary(person, marketing.get(), mapping.get())
                .map(facet -> says(mapping.get(), facet, reason.get()))
                .orElse(true);
    }

    private static boolean says(Mapping mapping, Facet facet, String reason) {
        return mapping.field(facet.ref().type(), "reason")
                .map(field -> Optional.ofNullable(facet.agreed().get(field))
                        .map(agreed -> agreed.value().equals(new FieldValue.Text(reason)))
                        .orElse(false))
                .orElse(true);
    }
}
