package io.leadloop.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The commands against both simulators, as a person would type them. */
class ProgramTest {

    private final Desk desk;

    ProgramTest(@TempDir Path folder) {
        desk = new Desk(folder);
    }

    @AfterEach
    void end() {
        desk.close();
    }

    @Test
    void nothingIsWrittenInShadow() {
        assertThat(desk.run("sync", "--once")).isZero();
        assertThat(desk.json("status").path("runState").asString()).isEqualTo("shadow");
        assertThat(desk.written()).isEmpty();
    }

    @Test
    void aDryRunCountsWhatTheLiveRunThatFollowsWrites() {
        JsonNode rehearsed = desk.json("sync", "--once", "--dry-run").path("writes");
        assertThat(desk.written()).isEmpty();
        Map<String, String> expected = new TreeMap<>();
        rehearsed.forEach(line -> expected.put(
                line.path("object").asString(),
                line.path("created").asInt() + "/" + line.path("changed").asInt()));

        assertThat(desk.run("go-live")).isZero();
        assertThat(desk.run("sync", "--once")).isZero();

        assertThat(desk.written()).isNotEmpty().isEqualTo(expected);
    }

    @Test
    void aRunBeyondItsCeilingIsHeldBeforeItsFirstWriteAndSaysHowToGoOn() {
        desk.configure("1", "");
        assertThat(desk.run("go-live")).isZero();
        assertThat(desk.run("sync", "--once")).isEqualTo(ExitCode.HELD);
        assertThat(desk.complained()).contains("go-live --max-creates");
        assertThat(desk.simulators.salesforceJournal().apiWrites()).isEmpty();
        assertThat(desk.run("go-live", "--max-creates", "100")).isZero();
        assertThat(desk.run("sync", "--once")).isZero();
        assertThat(desk.simulators.salesforceJournal().apiWrites()).isNotEmpty();
    }

    @Test
    void reconcileNamesTheOneEditThatNobodySaw() {
        desk.run("go-live");
        desk.run("sync", "--once");
        desk.clock.advance(Duration.ofHours(1));
        Map<String, String> one = desk.lead(0);
        Map<String, String> other = desk.lead(1);
        desk.editLead(other.getOrDefault("Id", ""), Map.of("Status", "Working"), false);
        desk.run("sync", "--once");
        desk.clock.advance(Duration.ofHours(1));
        assertThat(desk.json("reconcile").path("unexplained")).isEmpty();

        desk.editLead(one.getOrDefault("Id", ""), Map.of("Title", "Nobody saw this"), true);

        JsonNode found = desk.json("reconcile").path("unexplained");
        assertThat(found).hasSize(1);
        assertThat(found.get(0).path("record").asString()).isEqualTo("crm/Lead/" + one.get("Id"));
        assertThat(found.get(0).path("field").asString()).isEqualTo("Title");
        assertThat(found.get(0).path("expected").asString()).isEqualTo(one.get("Title"));
        assertThat(found.get(0).path("found").asString()).isEqualTo("Nobody saw this");
    }

    @Test
    void explainTellsThePersonsWay() {
        desk.run("go-live");
        desk.run("sync", "--once");
        String email = desk.lead(0).getOrDefault("Email", "");
        assertThat(desk.run("explain", email)).isZero();
        assertThat(desk.printed()).contains("HANDED_OFF").contains("cycle 1").contains("mql v7");
        assertThat(desk.run("explain", "nobody@nowhere.example")).isEqualTo(ExitCode.INPUT);
        assertThat(desk.complained()).contains("fix    Write a mail address").doesNotContain("\tat ");
    }

    @Test
    void aVendorThatDoesNotAnswerIsExitCodeThree() {
        desk.simulators.hubSpot().close();
        assertThat(desk.run("sync", "--once")).isEqualTo(ExitCode.VENDOR);
        assertThat(desk.complained())
                .contains("what ")
                .contains("where")
                .contains("fix ")
                .doesNotContain("\tat ");
    }

    @Test
    void aKeyIsPrintedOnceAndNeverListed() {
        JsonNode made = desk.json("keys", "create", "--role", "ops", "--name", "bot");
        assertThat(made.path("key").asString())
                .startsWith("ll_" + made.path("id").asString());
        JsonNode listed = desk.json("keys", "list").path("items");
        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).path("role").asString()).isEqualTo("ops");
        assertThat(listed.toString()).doesNotContain(made.path("key").asString());
        assertThat(desk.run("keys", "revoke", made.path("id").asString())).isZero();
        assertThat(desk.run("keys", "revoke", made.path("id").asString())).isEqualTo(ExitCode.INPUT);
        assertThat(desk.json("keys", "list").path("items").get(0).has("revokedAt"))
                .isTrue();
    }

    @Test
    void aPortThatIsTakenIsNamedWithWhatToDo() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            desk.configure("5000", "http: { port: " + taken.getLocalPort() + " }\n");
            assertThat(desk.run("serve")).isEqualTo(ExitCode.INPUT);
        }
        assertThat(desk.complained()).contains("is taken", "http.port", "Choose another port");
        assertThat(desk.run("status")).isZero();
    }
}
