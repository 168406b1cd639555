package io.leadloop.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What an admin and marketing operations do on their first days. */
class OperatorTest {

    private final Desk desk;

    OperatorTest(@TempDir Path folder) {
        desk = new Desk(folder);
    }

    @AfterEach
    void end() {
        desk.close();
    }

    @Test
    void theCeilingCountsWhatFollowsFromTheFirstPlan() {
        long leads = 0;
        long records = 0;
        for (JsonNode line : desk.json("sync", "--once", "--dry-run").path("writes")) {
            leads += line.path("object").asString().equals("Lead")
                    ? line.path("created").asLong()
                    : 0;
            records += line.path("created").asLong();
        }
        assertThat(records).isGreaterThan(leads);
        desk.configure(Long.toString(records - 1), "");
        desk.run("go-live");

        assertThat(desk.run("sync", "--once")).isEqualTo(ExitCode.HELD);

        assertThat(desk.complained()).contains("would create " + records);
        assertThat(desk.written()).isEmpty();
        desk.run("go-live", "--max-creates", Long.toString(records));
        assertThat(desk.run("sync", "--once")).isZero();
        assertThat(desk.written()).isNotEmpty();
    }

    @Test
    void aFirstReadIsForetoldAndItsCallsAreCountedByMapping() {
        JsonNode report = desk.json("sync", "--once");

        JsonNode marketing = report.path("forecast").path("marketing");
        assertThat(marketing.path("records").asLong()).isEqualTo(desk.records());
        assertThat(report.path("forecast").path("crm").path("left").asLong()).isPositive();
        assertThat(marketing.path("left").asLong())
                .as("searches, which count the records, do not tell; the account does")
                .isPositive();
        assertThat(marketing.path("calls").asLong())
                .isBetween(
                        1L,
                        report.path("calls")
                                        .path("marketing")
                                        .path("hubspot-person")
                                        .asLong()
                                + 10);
        assertThat(sum(report.path("calls").path("marketing"))).isEqualTo(desk.hubSpotCalls());
        assertThat(report.path("calls").path("crm").path("salesforce-person").asLong())
                .isPositive();

        JsonNode second = desk.json("sync", "--once");

        assertThat(second.path("forecast").size()).isZero();
    }

    private static long sum(JsonNode counts) {
        return counts.properties().stream()
                .mapToLong(count -> count.getValue().asLong())
                .sum();
    }

    @Test
    void aDryRunShowsPeopleBeforeAndAfterOnAPage() throws IOException {
        Path page = desk.file("plan.html");

        assertThat(desk.run("sync", "--once", "--dry-run", "--out", page.toString()))
                .isZero();

        assertThat(desk.written()).isEmpty();
        assertThat(Files.readString(page))
                .startsWith("<!DOCTYPE html>")
                .contains("Dana Whitfield", "LeadLoop_Evidence__c", "salesforce/person.yaml", "<details>")
                .doesNotContain("<script");
        assertThat(desk.run("sync", "--once", "--out", page.toString())).isEqualTo(ExitCode.INPUT);
    }

    @Test
    void aDryRunForOnePersonCountsWhatIsThenWrittenForThatPersonAlone() {
        String dana = "dana.whitfield@northwind.example";
        JsonNode rehearsed =
                desk.json("sync", "--once", "--dry-run", "--only", dana).path("writes");
        assertThat(rehearsed)
                .hasSize(4)
                .allSatisfy(line -> assertThat(line.path("created").asInt()
                                + line.path("changed").asInt())
                        .isEqualTo(1));
        assertThat(desk.written()).isEmpty();

        assertThat(desk.run("sync", "--once", "--only", dana)).isZero();
        assertThat(desk.written()).as("in shadow, without --live").isEmpty();
        assertThat(desk.run("sync", "--once", "--only", dana, "--live")).isZero();

        assertThat(desk.written())
                .containsEntry("Lead", "1/0")
                .containsEntry("Task", "1/0")
                .containsEntry("LeadLoop_Handoff__c", "1/0")
                .containsEntry("contact", "0/1")
                .hasSize(4);
        assertThat(desk.run("sync", "--once", "--only", "nobody@nowhere.example", "--live"))
                .isEqualTo(ExitCode.INPUT);
    }

    @Test
    void aNewMappingIsCountedBeforeItIsApplied() throws IOException {
        Path mappings = desk.file("mappings");
        copyShipped(mappings);
        Path person = mappings.resolve("salesforce/person.yaml");
        String whole = Files.readString(person);
        Files.writeString(
                person,
                whole.lines()
                        .filter(line -> !line.contains("person: jobTitle"))
                        .reduce("", (one, other) -> one + other + "\n"));
        desk.configure("5000", "mappings: ./mappings\n");
        desk.run("go-live");
        desk.run("sync", "--once");
        desk.clock.advance(Duration.ofMinutes(5));
        Files.writeString(person, whole);
        assertThat(desk.run("mapping", "apply", "salesforce-person", "--dry-run"))
                .as("before a pass has read the field")
                .isEqualTo(ExitCode.INPUT);
        desk.run("sync", "--once");
        assertThat(desk.lead(0)).containsEntry("Title", "");

        JsonNode counted = desk.json("mapping", "apply", "salesforce-person", "--dry-run");

        assertThat(counted.path("applied").asBoolean()).isFalse();
        assertThat(counted.path("writes").path("crm Lead.Title").asInt())
                .isEqualTo(
                        desk.simulators.salesforce().simulator().records("Lead").size());
        assertThat(desk.json("status").path("mappingsWaiting").get(0).asString())
                .isEqualTo("person.jobTitle");
        assertThat(desk.run("mapping", "apply", "person.jobTitle")).isZero();
        desk.run("sync", "--once");
        assertThat(desk.lead(0).get("Title")).isNotEmpty();
        assertThat(desk.json("status").path("mappingsWaiting")).isEmpty();
    }

    @Test
    void aLostValueIsBroughtBackByItsNumber() {
        desk.run("go-live");
        desk.run("sync", "--once");
        Map<String, String> lead = desk.lead(0);
        desk.clock.advance(Duration.ofHours(1));
        desk.editLead(lead.getOrDefault("Id", ""), Map.of("Title", "Typed by mistake"), false);
        desk.clock.advance(Duration.ofMinutes(1));
        desk.run("sync", "--once");
        String email = lead.getOrDefault("Email", "");
        desk.run("explain", email, "--field", "jobTitle", "--all");
        String id = desk.printed().replaceAll("(?s).*restore (L-\\w+).*", "$1");

        assertThat(desk.run("restore", id)).isZero();
        desk.run("sync", "--once");

        assertThat(desk.lead(0)).containsEntry("Title", lead.get("Title"));
        assertThat(desk.run("restore", "L-NOSUCH")).isEqualTo(ExitCode.INPUT);
    }

    @Test
    void aWriteThatIsRefusedIsListedAndTriedAgain() {
        desk.run("go-live");
        desk.run("sync", "--once");
        desk.clock.advance(Duration.ofHours(1));
        String contact = desk.simulators.hubSpot().simulator().records("contact").stream()
                .filter(record ->
                        record.getOrDefault("email", "").equals(desk.lead(0).get("Email")))
                .map(record -> record.getOrDefault("hs_object_id", ""))
                .findFirst()
                .orElseThrow();
        desk.simulators
                .hubSpot()
                .simulator()
                .edit(new io.leadloop.fixtures.simulator.UserEdit(
                        "Mara Keller",
                        "contact",
                        java.util.Optional.of(contact),
                        Map.of("jobtitle", "x".repeat(300)),
                        false));
        desk.clock.advance(Duration.ofMinutes(1));
        desk.run("sync", "--once");
        JsonNode items = desk.json("errors", "list").path("items");
        assertThat(items).hasSize(1);
        assertThat(items.get(0).path("detail").asString()).doesNotContain("xxx");
        String id = items.get(0).path("id").asString();

        assertThat(desk.run("errors", "retry", id)).isZero();
        desk.run("sync", "--once");
        assertThat(desk.json("errors", "list").path("items"))
                .as("refused again")
                .hasSize(1);
        assertThat(desk.run(
                        "errors",
                        "ignore",
                        desk.json("errors", "list")
                                .path("items")
                                .get(0)
                                .path("id")
                                .asString()))
                .isZero();
        assertThat(desk.json("errors", "list").path("items")).isEmpty();
        assertThat(desk.run("errors", "retry", "E-NOSUCH")).isEqualTo(ExitCode.INPUT);
    }

    @Test
    void aConfigurationIsWrittenOnceAndReadsBack() throws IOException {
        Path file = desk.file("new/leadloop.yaml");
        String[] words = {
            "init",
            "--salesforce-url",
            "https://acme.my.salesforce.com",
            "--org-id",
            "",
            "--portal-id",
            "",
            "--time-zone",
            "Europe/Berlin",
            "--working-hours",
            "09:00-17:00"
        };
        assertThat(init(file, words)).isZero();
        assertThat(Files.readString(file)).contains("mode: shadow", "acme.my.salesforce.com", "09:00-17:00");
        assertThat(init(file, words)).isEqualTo(ExitCode.INPUT);
    }

    private static int init(Path file, String... words) {
        String[] all = java.util.Arrays.copyOf(words, words.length + 2);
        all[words.length] = "--config";
        all[words.length + 1] = file.toString();
        return Commands.commandLine().execute(all);
    }

    static void copyShipped(Path to) throws IOException {
        Path from = Path.of("..", "mappings");
        for (String part : new String[] {"", "salesforce", "hubspot", "definitions"}) {
            Files.createDirectories(to.resolve(part));
            try (var files = Files.list(from.resolve(part))) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".yaml")).toList()) {
                    Files.copy(file, to.resolve(part).resolve(file.getFileName()));
                }
            }
        }
    }
}
