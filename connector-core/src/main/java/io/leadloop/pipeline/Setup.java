package io.leadloop.pipeline;

import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.FieldRule;
import io.leadloop.canonical.Kind;
import io.leadloop.canonical.RecordRef;
import io.leadloop.canonical.Role;
import io.leadloop.definition.LeadRule;
import io.leadloop.feedback.ReasonCatalogue;
import io.leadloop.lifecycle.Lifecycle;
import io.leadloop.mapping.CanonicalField;
import io.leadloop.mapping.MappingSet;
import java.util.List;
import java.util.Optional;

/**
 * What a pipeline is made of.
 *
 * @param installation made by {@code init}; begins every key that we write
 * @param rule the definition in force, or the customer's own rule
 * @param revisions of mappings, definition and policy, as entries carry them
 */
public record Setup(
        String installation,
        MappingSet mappings,
        List<Connected> connections,
        LeadRule rule,
        Lifecycle lifecycle,
        ReasonCatalogue reasons,
        String revisions) {

    public Setup {
        connections = List.copyOf(connections);
    }

    /** The same through other adapters. */
    public Setup through(List<Connected> others) {
        return new Setup(installation, mappings, others, rule, lifecycle, reasons, revisions);
    }

    Connected connected(ConnectionId id) {
        return connections.stream()
                .filter(connected -> connected.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no connection " + id));
    }

    Optional<Connected> connected(Role role) {
        return connections.stream()
                .filter(connected -> connected.role() == role)
                .findFirst();
    }

    Role role(RecordRef ref) {
        return connected(ref.connection()).role();
    }

    FieldRule rule(Kind kind, String field) {
        CanonicalField found = mappings.fields(kind).get(field);
        return found == null ? new FieldRule.Computed() : found.rule();
    }
}
