package io.leadloop.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.canonical.Kind;
import io.leadloop.canonical.SystemId;
import io.leadloop.language.Source;
import io.leadloop.mapping.MappingDiff;
import io.leadloop.mapping.MappingSet;
import io.leadloop.mapping.MappingTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ShippedMappingsTest {

    private final MappingSet set = MappingSet.compile(ShippedFiles.here());

    @TestFactory
    Stream<DynamicTest> eachCaseHolds() {
        return set.mappings().stream()
                .flatMap(mapping -> mapping.cases().stream()
                        .map(example -> DynamicTest.dynamicTest(
                                mapping.name() + ": " + example.name(),
                                () -> assertThat(example.differences(mapping))
                                        .as(example.where().toString())
                                        .isEmpty())));
    }

    @Test
    void theJoinedTableShowsBothSystemsAndWhoWins() {
        SystemId hubspot = new SystemId("hubspot");
        SystemId salesforce = new SystemId("salesforce");
        List<String> lines = MappingTable.of(set, Kind.PERSON).stream()
                .map(line -> line.field() + " | " + fields(line, hubspot) + " " + line.arrow(hubspot, salesforce) + " "
                        + fields(line, salesforce) + " | " + line.rule().word() + "; " + line.notes())
                .toList();
        assertThat(lines)
                .contains(
                        "jobTitle | [jobtitle] <-> [Lead.Title, Contact.Title] | newest; []",
                        "companyName | [company] -> [Lead.Company] | marketing; [fx, only-if-blank]",
                        "owner | []  [Lead.OwnerId, Contact.OwnerId] | crm; []",
                        "reason | [leadloop_reason_code] <- [Lead.LeadLoop_Reason__c, Contact.LeadLoop_Reason__c]"
                                + " | computed; [answers in the CRM move it]");
    }

    @Test
    void theSameFilesDifferInNothingAndAChangedRuleIsNamed() {
        Map<String, String> texts = new HashMap<>();
        ShippedFiles shipped = ShippedFiles.here();
        shipped.names().forEach(name -> texts.put(name, shipped.text(name)));
        MappingSet same = MappingSet.compile(Source.of(texts));
        assertThat(same.revision()).isEqualTo(set.revision());
        assertThat(MappingDiff.between(set, same)).isEmpty();
        texts.computeIfPresent("person.yaml", (name, text) -> text.replaceFirst("jobTitle: +newest", "jobTitle: crm"));
        MappingSet other = MappingSet.compile(Source.of(texts));
        assertThat(other.revision()).isNotEqualTo(set.revision());
        assertThat(MappingDiff.between(set, other)).singleElement().satisfies(change -> {
            assertThat(change.what()).isEqualTo("person: who wins jobTitle");
            assertThat(change.before()).isEqualTo("newest");
            assertThat(change.after()).isEqualTo("crm");
        });
    }

    private static List<String> fields(MappingTable.Line line, SystemId system) {
        return Optional.ofNullable(line.cells().get(system))
                .map(MappingTable.Cell::fields)
                .orElse(List.of());
    }

    @Test
    void eachMappingHasACase() {
        assertThat(set.mappings())
                .isNotEmpty()
                .allSatisfy(mapping ->
                        assertThat(mapping.cases()).as(mapping.name()).isNotEmpty());
    }
}
