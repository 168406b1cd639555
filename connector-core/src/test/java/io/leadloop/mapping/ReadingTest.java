package io.leadloop.mapping;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;

class ReadingTest {

    private static final ObjectType CONTACT = new ObjectType("contact");

    private final Mapping mapping = MappingSet.compile(Source.of(Map.of("person.yaml", """
                    canonical: person
                    revision: 1
                    description: Somebody.
                    fields:
                      title: text
                      loud: text
                      polite: text
                      domain: text
                    """, "contact.yaml", """
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
                      - { person: title, contact: jobtitle, direction: in }
                      - { person: loud, direction: in, expression: "person.title + '!'" }
                      - { person: polite, contact: salutation, direction: in, expression: "'Dear ' + person.title" }
                      - { person: domain, direction: in, expression: "marketing.website.split('/')[2]" }
                    """)))
            .mapping(new SystemId("hubspot"), CONTACT)
            .orElseThrow();

    @Test
    void whatStandsInAVendorFieldIsNotAmongTheComputed() {
        Reading reading = mapping.read(contact(Map.of("jobtitle", "Head", "website", "https://northwind.example/")));

        assertThat(reading.values())
                .isEqualTo(Map.of(
                        "title", text("Head"),
                        "loud", text("Head!"),
                        "polite", text("Dear Head"),
                        "domain", text("northwind.example")));
        assertThat(reading.computed()).containsExactlyInAnyOrder("loud", "domain");
    }

    @Test
    void whatRestsOnAnAbsentFieldOrCannotBeComputedIsAbsent() {
        Reading reading = mapping.read(contact(Map.of("website", "northwind")));

        assertThat(reading.values()).isEmpty();
        assertThat(reading.computed()).isEmpty();
    }

    @Test
    void aBlankFieldIsKnownToBeEmpty() {
        Reading reading = mapping.read(contact(Map.of("jobtitle", "")));

        assertThat(reading.values())
                .isEqualTo(Map.of("title", FieldValue.BLANK, "loud", text("!"), "polite", text("Dear ")));
    }

    private static VendorRecord contact(Map<String, String> texts) {
        Map<FieldName, FieldValue> fields = new HashMap<>();
        texts.forEach((name, text) -> fields.put(new FieldName(name), FieldValue.ofText(text)));
        return new VendorRecord(
                new RecordRef(new ConnectionId("marketing"), CONTACT, "4711"),
                new RecordVersion(1),
                Instant.parse("2026-03-02T12:00:00Z"),
                fields,
                Map.of(),
                List.of(),
                Optional.empty());
    }

    private static FieldValue text(String text) {
        return FieldValue.ofText(text);
    }
}
