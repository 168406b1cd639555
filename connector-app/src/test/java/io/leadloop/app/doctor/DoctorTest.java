package io.leadloop.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.leadloop.app.store.DataSources;
import io.leadloop.fixtures.simulator.SimRequest;
import io.leadloop.fixtures.simulator.SimResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {

    private static final int CHECKS = 19;

    @TempDir
    Path folder = Path.of("");

    private final List<Clinic> open = new ArrayList<>();

    @AfterEach
    void end() {
        open.forEach(Clinic::close);
    }

    @Test
    void aGoodSetUpNeedsNothing() {
        List<Finding> findings = clinic().examine();

        assertThat(findings).hasSize(CHECKS);
        assertThat(findings).as("%s", lines(findings)).allMatch(finding -> finding.state() == Finding.State.OK);
        assertThat(find(findings, "store").what())
                .contains("H2")
                .contains("schema ")
                .contains("run state shadow");
        assertThat(find(findings, "crm calls").what()).contains("calls a day").contains("of 100,000 are used");
        assertThat(find(findings, "marketing calls").what()).contains("of 625,000 are used");
    }

    @Test
    void aWrongSecretIsSaidAndEverythingElseIsLookedAtAllTheSame() {
        List<Finding> findings = clinic().replace("sim-secret", "wrong").examine();

        assertThat(findings).hasSize(CHECKS);
        Finding login = find(findings, "crm login");
        assertThat(login.state()).isEqualTo(Finding.State.REFUSED);
        assertThat(login.fix()).startsWith("Check 'auth' of the connection 'crm'");
        assertThat(lines(findings)).noneMatch(line -> line.contains("wrong"));
        assertThat(find(findings, "crm fields").state()).isEqualTo(Finding.State.SKIPPED);
        assertOnly(findings, Finding.State.REFUSED, "crm login");
    }

    @Test
    void aWrongTokenIsSaid() {
        List<Finding> findings =
                clinic().replace("pat-sim-hubspot", "pat-other").examine();

        assertOnly(findings, Finding.State.REFUSED, "marketing login");
        assertThat(lines(findings)).noneMatch(line -> line.contains("pat-other"));
    }

    @Test
    void anotherPortalThanTheExpectedOneIsRefused() {
        List<Finding> findings = clinic().replace("9000001", "9000002").examine();

        assertOnly(findings, Finding.State.REFUSED, "marketing login");
        assertThat(find(findings, "marketing login").what()).contains("9000002");
    }

    @Test
    void eachMissingAndEachLockedFieldIsNamed() {
        List<Finding> findings = clinic(
                        Set.of("Lead.LeadLoop_Key__c", "Lead.LeadLoop_Evidence__c", "Contact.LeadLoop_Key__c"),
                        Set.of("Lead.LeadLoop_Receipt__c"))
                .examine();

        assertThat(findings.stream().filter(finding -> finding.state() == Finding.State.REFUSED))
                .extracting(Finding::check)
                .containsExactly("crm fields", "crm package");
        assertThat(find(findings, "crm package").what()).contains("3 parts are missing or hidden");
        assertThat(find(findings, "crm package").missing()).contains("Lead.LeadLoop_Evidence__c");
        Finding fields = find(findings, "crm fields");
        assertThat(fields.missing())
                .containsExactly(
                        "Contact.LeadLoop_Key__c",
                        "Lead.LeadLoop_Evidence__c",
                        "Lead.LeadLoop_Key__c",
                        "Lead.LeadLoop_Receipt__c");
        assertThat(fields.what()).contains("cannot be written: Lead.LeadLoop_Receipt__c");
        assertThat(fields.fix()).contains("docs/footprint.md");
    }

    @Test
    void aPropertyAndReasonsThatSomebodyTookAwayInHubSpotAreNamed() {
        Clinic clinic = clinic();
        property(clinic, "DELETE", "leadloop_comment", "");
        property(
                clinic,
                "PATCH",
                "leadloop_reason_code",
                "{\"options\":[{\"label\":\"Too small\",\"value\":\"F-SIZE\",\"displayOrder\":0,\"hidden\":false}]}");
        List<Finding> findings = clinic.examine();

        assertThat(find(findings, "marketing package").state()).isEqualTo(Finding.State.REFUSED);
        assertThat(find(findings, "marketing package").missing()).containsExactly("leadloop_comment");
        assertThat(find(findings, "marketing package").fix()).contains("leadloop install hubspot");
        assertThat(lines(findings))
                .anyMatch(line -> line.contains("leadloop_reason_code") && line.contains("N-TIMING"));
    }

    private static void property(Clinic clinic, String method, String name, String body) {
        SimResponse answer = clinic.simulators()
                .hubSpot()
                .simulator()
                .handle(new SimRequest(
                        method,
                        "/crm/v3/properties/contacts/" + name,
                        Map.of(),
                        Map.of("authorization", "Bearer pat-sim-hubspot", "content-type", "application/json"),
                        body.getBytes(StandardCharsets.UTF_8)));
        assertThat(answer.status()).isBetween(200, 299);
    }

    @Test
    void pollingThatCostsMoreThanTheShareOfTheDayIsSaidWithThePollTimeThatWouldDo() {
        List<Finding> findings =
                clinic().replace("daily-limit: 100000", "daily-limit: 5000").examine();

        assertOnly(findings, Finding.State.BROKEN, "crm calls");
        Finding calls = find(findings, "crm calls");
        String seconds = calls.fix().replaceAll("[^0-9]", "");
        List<Finding> slower = clinic().replace("daily-limit: 100000", "daily-limit: 5000")
                .replace("poll: 60s", "poll: " + seconds + "s")
                .examine();
        assertThat(find(slower, "crm calls").state()).isEqualTo(Finding.State.OK);
    }

    @Test
    void aBrokenConfigurationNamesEachMistakeAndItsLine() {
        List<Finding> findings = clinic().replace("poll: 60s", "poll: soon")
                .replace("Europe/Berlin", "Europe/Berln")
                .examine();

        assertThat(findings.stream().filter(finding -> finding.state() == Finding.State.BROKEN))
                .hasSize(3)
                .allMatch(finding -> finding.what().contains("leadloop.yaml:"));
        assertThat(find(findings, "versions").state()).isEqualTo(Finding.State.OK);
        assertThat(find(findings, "store").state()).isEqualTo(Finding.State.SKIPPED);
    }

    @Test
    void aBrokenMappingFileIsNamedAndTheAccountsAreStillLookedAt() throws Exception {
        Files.createDirectories(folder.resolve("mine"));
        Files.writeString(folder.resolve("mine/person.yaml"), "canonical: person\nrulez: {}\n");
        List<Finding> findings =
                clinic().replace("store:", "mappings: ./mine\nstore:").examine();

        assertThat(find(findings, "mappings").state()).isEqualTo(Finding.State.BROKEN);
        assertThat(lines(findings)).anyMatch(line -> line.contains("person.yaml:"));
        assertThat(find(findings, "crm login").state()).isEqualTo(Finding.State.OK);
    }

    @Test
    void aStoreThatRefusesThePasswordIsSaid() {
        DataSources.open("jdbc:h2:file:" + folder.resolve("data/leadloop"), "sa", "right")
                .close();

        assertOnly(clinic().examine(), Finding.State.BROKEN, "store");
    }

    @Test
    void aStoreThatAnotherEngineServesIsNoFault() throws Exception {
        Clinic clinic = clinic();
        try (HikariDataSource held = DataSources.open("jdbc:h2:file:" + folder.resolve("data/leadloop"), "sa", "")) {
            assertThat(held.isRunning()).isTrue();
            assertThat(clinic.examine()).noneMatch(finding -> finding.state() == Finding.State.BROKEN);
        }
    }

    @Test
    void aFullDiskAndAnOldJavaAreSaid() {
        Clinic clinic = clinic();
        clinic.on(new Machine(clinic.machine().clock(), 11, "0.1.0", somewhere -> 1_000_000));
        List<Finding> findings = clinic.examine();

        assertOnly(findings, Finding.State.BROKEN, "versions", "disk");
        assertThat(find(findings, "disk").what()).contains("1 MB free");
    }

    @Test
    void anApiVersionThatEndsIsSaidHalfAYearBefore() {
        Clinic clinic = clinic();
        clinic.on(new Machine(
                InstantSource.fixed(Instant.parse("2027-12-24T12:00:00Z")),
                17,
                "0.1.0",
                clinic.machine().freeBytes()));

        assertOnly(clinic.examine(), Finding.State.WARNING, "marketing api version");
    }

    @Test
    void anAccountThatIsDownIsSaid() {
        Clinic clinic = clinic();
        clinic.simulators().salesforce().close();
        List<Finding> findings = clinic.examine();

        assertThat(find(findings, "crm login").what()).startsWith("NO_CONNECTION");
        assertThat(find(findings, "crm clock").state()).isEqualTo(Finding.State.WARNING);
        assertThat(find(findings, "marketing fields").state()).isEqualTo(Finding.State.OK);
    }

    private Clinic clinic() {
        return clinic(Set.of(), Set.of());
    }

    private Clinic clinic(Set<String> hidden, Set<String> readOnly) {
        Clinic clinic = new Clinic(folder, hidden, readOnly);
        open.add(clinic);
        return clinic;
    }

    private static Finding find(List<Finding> findings, String check) {
        return findings.stream()
                .filter(finding -> finding.check().equals(check))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no check " + check));
    }

    private static List<String> lines(List<Finding> findings) {
        return findings.stream().map(Finding::line).toList();
    }

    private static void assertOnly(List<Finding> findings, Finding.State state, String... checks) {
        assertThat(findings.stream()
                        .filter(finding ->
                                finding.state() != Finding.State.OK && finding.state() != Finding.State.SKIPPED))
                .as("%s", lines(findings))
                .allMatch(finding -> finding.state() == state)
                .extracting(Finding::check)
                .containsExactly(checks);
    }
}
