package io.leadloop.plan;

import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldRule;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.Kind;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.canonical.SystemId;
import io.leadloop.canonical.View;
import io.leadloop.language.Source;
import io.leadloop.mapping.Mapping;
import io.leadloop.mapping.MappingSet;
import io.leadloop.mapping.Writing;
import io.leadloop.state.Agreed;
import io.leadloop.state.Facet;
import io.leadloop.state.Standing;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A mapping of a few fields, one of each sort that a plan must treat differently. */
final class SmallMapping {

    static final ObjectType LEAD = new ObjectType("Lead");
    static final RecordRef REF = new RecordRef(new ConnectionId("crm"), LEAD, "00Q1");
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static final MappingSet SET =
            MappingSet.compile(Source.of(Map.of("person.yaml", """
            canonical: person
            revision: 1
            description: Somebody.
            fields:
              jobTitle: text
              phone: text
              source: text
              stage: text
              handedOffAt: moment
              status: choice
            rules:
              jobTitle: newest
              phone: only-if-blank
            """, "states.yaml", """
            values: states
            unknown: review
            rows:
              WORKING: { Status: [Working, In Work] }
              LOST: { Status: Lost }
            """, "crm.yaml", """
            mapping: crm-person
            revision: 3
            description: A person is a lead.
            system: salesforce
            role: crm
            canonical: person
            targets: [Lead]
            match: [link, key]
            filters:
              can-be-created: { as: Lead, when: "has(person.jobTitle)" }
              stays-in-sync: { when: "true" }
            on-first-sight: keep-both
            fields:
              - { person: jobTitle, Lead: Title, direction: both }
              - { person: phone, Lead: Phone, direction: both }
              - { person: source, Lead: Source, direction: out, write: write-once }
              - { person: stage, Lead: Stage, direction: out, forward-only: [lead, mql, customer] }
              - { person: handedOffAt, Lead: At, direction: out }
              - { person: status, Lead: Status, direction: out, values: states }
            """)));

    static final Mapping MAPPING = SET.mapping(new SystemId("salesforce"), LEAD).orElseThrow();

    private SmallMapping() {}

    static FieldRule rule(String field) {
        return Optional.ofNullable(SET.fields(Kind.PERSON).get(field))
                .orElseThrow()
                .rule();
    }

    static FieldName field(String name) {
        return new FieldName(name);
    }

    static FieldValue text(String text) {
        return FieldValue.ofText(text);
    }

    /** What would stand in the record if the person were like this. */
    static Map<FieldName, Writing> desired(Map<String, FieldValue> person) {
        return MAPPING.write(View.of("person", person), LEAD);
    }

    /** The record as it was read, or, with version 0, as we wrote it. */
    static Facet record(long readVersion, Map<String, String> fields) {
        Map<FieldName, Agreed> agreed = new HashMap<>();
        fields.forEach((name, value) -> agreed.put(field(name), Agreed.read(text(value), NOON)));
        return Facet.unseen(REF, "", Standing.PRIMARY, NOON).agree(agreed).read(readVersion, NOON);
    }
}
