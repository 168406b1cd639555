package io.leadloop.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.Parser;
import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.canonical.SystemId;
import io.leadloop.language.Source;
import io.leadloop.spi.RecordVersion;
import io.leadloop.spi.VendorRecord;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A contact of 25 fields and five expressions, as a mapping of ours and as a JSLT expression that does the same. */
final class ThirtyFields {

    private static final ObjectType CONTACT = new ObjectType("contact");
    private static final int PLAIN = 25;
    private static final Map<String, String> KNOWN = Map.of(
            "f1", "dana@northwind.example", "f2", "Dana", "f3", "Whitfield", "f4", "VP Operations", "f5", "Germany");

    private ThirtyFields() {}

    static Mapping mapping() {
        StringBuilder canonical =
                new StringBuilder("canonical: person\nrevision: 1\ndescription: Somebody.\nfields:\n");
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= PLAIN; i++) {
            canonical.append("  c").append(i).append(": text\n");
            rows.append("  - { person: c")
                    .append(i)
                    .append(", contact: f")
                    .append(i)
                    .append(", direction: in }\n");
        }
        canonical.append("  domain: text\n  full: text\n  role: text\n  near: text\n  staff: text\n");
        return MappingSet.compile(Source.of(Map.of("person.yaml", canonical.toString(), "contact.yaml", """
            mapping: contact-person
            revision: 1
            description: A person is a contact.
            system: hubspot
            role: marketing
            canonical: person
            targets: [contact]
            match: [link]
            filters:
              stays-in-sync: { when: "true" }
            on-first-sight: keep-both
            fields:
              - { person: domain, direction: in, expression: "person.c1.split('@')[1]" }
              - { person: full, direction: in, expression: "person.c2 + ' ' + person.c3" }
              - { person: role, direction: in, expression: "person.c4.lowerAscii().matches('^(vp|chief|head)') ? 'DECIDER' : 'OTHER'" }
              - { person: near, direction: in, expression: "person.c5 in ['Germany', 'Austria', 'Switzerland'] ? 'yes' : 'no'" }
              - { person: staff, direction: in, expression: "person.c1.endsWith('leadloop.example') ? 'yes' : 'no'" }
            """ + rows)))
                .mapping(new SystemId("hubspot"), CONTACT)
                .orElseThrow();
    }

    static Expression jslt() {
        StringBuilder text = new StringBuilder("{");
        for (int i = 1; i <= PLAIN; i++) {
            text.append("\"c").append(i).append("\": .f").append(i).append(", ");
        }
        return Parser.compileString(text + """
                "domain": split(.f1, "@")[1],
                "full": .f2 + " " + .f3,
                "role": if (test(lowercase(.f4), "^(vp|chief|head)")) "DECIDER" else "OTHER",
                "near": if (contains(.f5, ["Germany", "Austria", "Switzerland"])) "yes" else "no",
                "staff": if (ends-with(.f1, "leadloop.example")) "yes" else "no"}
                """);
    }

    static VendorRecord record() {
        Map<FieldName, FieldValue> fields = new HashMap<>();
        texts().forEach((name, text) -> fields.put(new FieldName(name), FieldValue.ofText(text)));
        Instant noon = Instant.parse("2026-03-02T12:00:00Z");
        return new VendorRecord(
                new RecordRef(new ConnectionId("marketing"), CONTACT, "4711"),
                new RecordVersion(1),
                noon,
                fields,
                Map.of(),
                List.of(),
                Optional.empty());
    }

    static JsonNode json() {
        ObjectNode node = new ObjectMapper().createObjectNode();
        texts().forEach(node::put);
        return node;
    }

    private static Map<String, String> texts() {
        Map<String, String> texts = new HashMap<>();
        for (int i = 1; i <= PLAIN; i++) {
            texts.put("f" + i, KNOWN.getOrDefault("f" + i, "value of field " + i));
        }
        return texts;
    }
}
