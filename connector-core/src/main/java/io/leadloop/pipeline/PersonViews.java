package io.leadloop.pipeline;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.Kind;
import io.leadloop.canonical.Role;
import io.leadloop.canonical.View;
import io.leadloop.identity.Identity;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Agreed;
import io.leadloop.state.Facet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What expressions and mappings can see of a person. */
final class PersonViews {

    private final Setup setup;
    private final Identity identity;
    private final LoopFields loop;

    PersonViews(Setup setup, Identity identity, LoopFields loop) {
        this.setup = setup;
        this.identity = identity;
        this.loop = loop;
    }

    /** For the judge: what is known of the person, its company, and the vendors' own fields. */
    View facts(Desk desk, AggregateState person) {
        Map<String, FieldValue> fields = new HashMap<>(person.values());
        fields.put("leadStatus", new FieldValue.Text(person.journey().state().name()));
        View view = View.of("person", fields).and("company", company(desk, person));
        for (Role role : Role.values()) {
            view = view.and(role.word(), raw(person, role));
        }
        return view;
    }

    /** For a mapping: the same with the fields of the loop, as the reader may see them. */
    View written(Desk desk, AggregateState person, Role reader) {
        return written(facts(desk, person), person, reader);
    }

    /** @param facts of this person */
    View written(View facts, AggregateState person, Role reader) {
        Map<String, FieldValue> fields = new LinkedHashMap<>(facts.fields("person"));
        fields.remove("leadStatus");
        fields.putAll(loop.of(person, identity.key(person.id(), ""), reader));
        return facts.and("person", fields);
    }

    private Map<String, FieldValue> company(Desk desk, AggregateState person) {
        return person.relations().getOrDefault("company", java.util.List.of()).stream()
                .flatMap(ref -> desk.owner(ref).stream())
                .filter(id -> id.kind() == Kind.COMPANY)
                .findFirst()
                .map(id -> desk.state(id).values())
                .orElse(Map.of());
    }

    private Map<String, FieldValue> raw(AggregateState person, Role role) {
        Map<String, FieldValue> fields = new HashMap<>();
        person.facets().values().stream()
                .filter(Facet::isInUse)
                .filter(facet -> facet.part().isEmpty() && setup.role(facet.ref()) == role)
                .forEach(facet -> facet.agreed()
                        .forEach(
                                (FieldName field, Agreed agreed) -> fields.putIfAbsent(field.value(), agreed.value())));
        return fields;
    }
}
