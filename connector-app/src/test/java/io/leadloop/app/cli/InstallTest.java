package io.leadloop.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.app.engine.ShippedFiles;
import io.leadloop.fixtures.salesforce.SalesforceOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** From an org that has nothing of us, through our own commands, to a lead that is synced, and back. */
class InstallTest {

    private static final String VALUES = "Not Interested|Bad Timing|No Budget|Competitor|Duplicate Lead|Wrong Territory"
            + "|Existing Customer|No Response|Bad Contact Information|Company Too Small|Not a Decision Maker|Unsubscribed"
            + "|Blue Moon|Other";

    private final Path folder;
    private final Desk desk;

    InstallTest(@TempDir Path folder) {
        this.folder = folder;
        desk = new Desk(folder, SalesforceOptions.usual().withoutPackage());
    }

    @AfterEach
    void end() {
        desk.close();
    }

    @Test
    void aCheckPrintsEachFieldWithItsPurposeAndChangesNothing() {
        assertThat(desk.run("install", "salesforce", "--check-only"))
                .as(desk.complained())
                .isZero();

        assertThat(desk.printed())
                .contains("nothing of it is there yet")
                .containsPattern("added +fields +Lead.LeadLoop_Key__c +Makes every write repeatable")
                .containsPattern("added +permissionsets +LeadLoop_Rep +Rights of sales reps")
                .contains("Checked, nothing was changed: ");
        JsonNode checked = desk.json("install", "salesforce", "--check-only");
        assertThat(checked.path("parts")
                        .valueStream()
                        .filter(part -> part.path("purpose").asString().isEmpty()))
                .as("parts without a purpose")
                .isEmpty();
        assertThat(find("crm package").path("state").asString()).isEqualTo("REFUSED");
        assertThat(find("crm package").path("fix").asString()).isEqualTo("Run 'leadloop install salesforce'");
        assertThat(find("crm fields").path("what").asString())
                .containsPattern("^missing or hidden: (\\S+, ){3}\\S+ and \\d+ more$");
    }

    @Test
    void whatOurOwnCommandInstalledIsAllThatASyncNeeds() {
        assertThat(desk.run("install", "salesforce")).as(desk.printed()).isZero();
        assertThat(desk.printed()).contains("Succeeded").contains("Done: ").contains("LeadLoop Integration");
        assertThat(find("crm package").path("state").asString()).isEqualTo("OK");
        assertThat(find("crm fields").path("state").asString()).isEqualTo("OK");
        desk.run("go-live");

        assertThat(desk.run("sync", "--once")).as(desk.complained()).isZero();

        assertThat(desk.written()).containsKeys("Lead", "LeadLoop_Handoff__c", "Task");
        assertThat(desk.lead(0).getOrDefault("LeadLoop_Key__c", "")).isNotEmpty();
        assertThat(desk.lead(0).getOrDefault("LeadLoop_Evidence__c", "")).isNotEmpty();
        desk.editLead(
                desk.lead(0).getOrDefault("Id", ""),
                Map.of("Status", "Closed - Not Converted", "LeadLoop_Reason__c", "F-SIZE"),
                false);
        desk.clock.advance(Duration.ofMinutes(5));
        assertThat(desk.run("sync", "--once")).isZero();
        assertThat(desk.simulators.hubSpot().simulator().records("contact"))
                .anyMatch(contact -> "F-SIZE".equals(contact.get("leadloop_reason_code")));
    }

    @Test
    void aSecondTimeNothingChanges() {
        desk.run("install", "salesforce");

        JsonNode again = desk.json("install", "salesforce");

        assertThat(again.path("before").path("standing").asString()).isEqualTo("CURRENT");
        assertThat(again.path("parts"))
                .isNotEmpty()
                .allMatch(part -> part.path("effect").asString().equals("same"));
        assertThat(again.path("applied").asBoolean()).isTrue();
    }

    @Test
    void aListOfTheirsIsAdoptedAndItsTableIsOneThatTheMappingsTake() throws IOException {
        desk.simulators
                .salesforce()
                .simulator()
                .act(
                        "custom-field",
                        "Admin",
                        Map.of("field", "Lead.Rejected_Reason__c", "label", "Rejected Reason", "values", VALUES));

        JsonNode installed = desk.json("install", "salesforce", "--adopt", "Rejected_Reason__c");

        JsonNode values = installed.path("adopted").get(0).path("values");
        assertThat(values).hasSize(14);
        assertThat(values.valueStream()
                        .filter(value -> value.path("reason").asString().isEmpty())
                        .map(value -> value.path("value").asString()))
                .containsExactly("Blue Moon", "Other");
        assertThat(installed
                        .path("parts")
                        .valueStream()
                        .map(part -> part.path("name").asString()))
                .contains("Lead.LeadLoop_Key__c")
                .doesNotContain("Lead.LeadLoop_Reason__c");
        Path draft = folder.resolve("rejected-reason.draft.yaml");
        assertThat(draft).exists();
        assertThat(find("crm package").path("fix").asString())
                .contains("name the field that you adopted in the mappings");
        Files.writeString(draft, Files.readString(draft) + "# mine\n");
        desk.run("install", "salesforce", "--adopt", "Rejected_Reason__c");
        assertThat(desk.printed()).contains("Kept ").contains("it is there");
        assertThat(Files.readString(draft)).endsWith("# mine\n");

        mapWith(draft);
        assertThat(desk.run("mapping", "validate"))
                .as(desk.printed() + desk.complained())
                .isZero();
        assertThat(find("crm package").path("state").asString()).isEqualTo("OK");
        assertThat(find("crm fields").path("state").asString()).isEqualTo("OK");
        JsonNode later = desk.json("install", "salesforce");
        assertThat(later.path("parts"))
                .as("what the mapping has adopted stays so")
                .isNotEmpty()
                .allMatch(part -> !part.path("effect").asString().equals("added"));
        assertThat(later.path("adopted")
                        .get(0)
                        .path("values")
                        .get(0)
                        .path("confidence")
                        .asDouble())
                .isEqualTo(1);
        desk.run("go-live");
        assertThat(desk.run("sync", "--once")).as(desk.complained()).isZero();
        desk.editLead(
                desk.lead(0).getOrDefault("Id", ""),
                Map.of("Status", "Closed - Not Converted", "Rejected_Reason__c", "Company Too Small"),
                false);
        desk.clock.advance(Duration.ofMinutes(5));
        assertThat(desk.run("sync", "--once")).isZero();
        assertThat(desk.simulators.hubSpot().simulator().records("contact"))
                .anyMatch(contact -> "F-SIZE".equals(contact.get("leadloop_reason_code")));
    }

    @Test
    void whatCannotBeAdoptedInstalledOrFoundIsSaid() {
        assertThat(desk.run("install", "salesforce", "--adopt", "Company")).isEqualTo(ExitCode.INPUT);
        assertThat(desk.complained()).contains("There is no field 'Company' with a list of values");
        assertThat(desk.run("install", "salesforce", "--with", "campaign-influence"))
                .isEqualTo(ExitCode.VENDOR);
        assertThat(desk.printed())
                .contains("LeadLoop_Linear", "Not available for deploy", "run this without --with campaign-influence");
        assertThat(desk.run("install", "siebel")).isEqualTo(ExitCode.INPUT);
        desk.simulators.salesforce().simulator().act("metadata-right", "Admin", Map.of("allowed", "false"));
        assertThat(desk.run("install", "salesforce")).isEqualTo(ExitCode.VENDOR);
        assertThat(desk.printed()).contains("Modify Metadata Through Metadata API Functions");
    }

    @Test
    void anUninstallationCountsExportsAndTakesAway() throws IOException {
        desk.run("install", "salesforce");
        desk.run("go-live");
        desk.run("sync", "--once");
        int leads = (int) desk.simulators.salesforce().simulator().records("Lead").stream()
                .filter(lead -> !lead.getOrDefault("LeadLoop_Key__c", "").isEmpty())
                .count();

        assertThat(desk.run("uninstall", "salesforce")).isEqualTo(ExitCode.HELD);
        assertThat(desk.run("uninstall", "salesforce", "--check-only")).isZero();
        assertThat(desk.printed())
                .contains("rows lose  fields     Lead.LeadLoop_Key__c")
                .contains("parts would go");
        Path file = folder.resolve("kept.zip");
        JsonNode gone = desk.json("uninstall", "salesforce", "--yes", "--export", file.toString());

        assertThat(gone.path("applied").asBoolean()).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(lines(file, "Lead.jsonl")).hasSize(leads).allMatch(line -> line.contains("LeadLoop_Key__c"));
        assertThat(lines(file, "LeadLoop_Handoff__c.jsonl")).isNotEmpty();
        assertThat(find("crm package").path("what").asString()).isEqualTo("nothing of it is there");
        assertThat(desk.simulators.salesforce().simulator().records("Lead")).hasSizeGreaterThanOrEqualTo(leads);
        assertThat(desk.run("uninstall", "salesforce", "--yes")).isZero();
        assertThat(desk.printed()).contains("There is nothing to remove");
    }

    private JsonNode find(String check) {
        return desk.json("doctor")
                .path("checks")
                .valueStream()
                .filter(one -> one.path("check").asString().equals(check))
                .findFirst()
                .orElseThrow();
    }

    /** As the draft's first lines say. */
    private void mapWith(Path draft) throws IOException {
        Path mappings = folder.resolve("mappings");
        ShippedFiles shipped = new ShippedFiles();
        for (String name : shipped.names()) {
            Path to = mappings.resolve(name);
            Files.createDirectories(to.getParent());
            try (Reader in = shipped.open(name)) {
                StringWriter text = new StringWriter();
                in.transferTo(text);
                Files.writeString(to, text.toString());
            }
        }
        Files.copy(draft, mappings.resolve("rejected-reason.yaml"));
        String row = Files.readAllLines(draft).stream()
                .filter(line -> line.contains("{ person: reason,"))
                .map(line -> line.replaceFirst("^#", " "))
                .findFirst()
                .orElseThrow();
        Path person = mappings.resolve("salesforce/person.yaml");
        Files.writeString(
                person,
                Files.readString(person)
                        .replaceFirst(
                                "(?m)^  - \\{ person: reason,.*$",
                                row.stripLeading().indent(2).stripTrailing())
                        .replace("LeadLoop_Reason__c: F-ENGAGE", "Rejected_Reason__c: Company Too Small")
                        .replace("reason: F-ENGAGE", "reason: F-SIZE"));
        desk.configure("5000", "mappings: ./mappings\n");
    }

    private static List<String> lines(Path zip, String name) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile());
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(file.getInputStream(file.getEntry(name)), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
