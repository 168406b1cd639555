package io.leadloop.app.http;

import static io.leadloop.app.http.Served.DANA;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.app.cli.Commands;
import io.leadloop.app.control.PortFile;
import io.leadloop.policy.RunState;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** Commands beside a running {@code serve}. */
class BesideTest {

    @TempDir
    Path folder = Path.of("");

    private Served served;
    private PortFile note;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void start() {
        served = new Served(folder);
        note = write(Served.SECRET);
        served.serving.begin();
    }

    @AfterEach
    void end() {
        note.close();
        served.close();
    }

    @Test
    void everyCommandThatLooksOrOrdersIsHandedOver() {
        List<List<String>> commands = List.of(
                List.of("status"),
                List.of("explain", DANA),
                List.of("errors", "list"),
                List.of("review", "list"),
                List.of("keys", "list"),
                List.of("reconcile"));
        for (List<String> command : commands) {
            assertThat(run(command)).as(command + err.toString()).isZero();
        }
        assertThat(out.toString()).contains("run state   live", "HANDED_OFF", "No errors.");
        assertThat(handedOver()).isEqualTo(commands.size());
    }

    @Test
    void aBackupIsMadeAndOldOnesAndPeopleAreForgottenWhileItServes() throws IOException {
        Path working = Path.of("").toAbsolutePath();
        Path backup = folder.resolve("while-serving.zip");
        assertThat(run(List.of(
                        "backup",
                        "create",
                        working.relativize(backup.toAbsolutePath()).toString())))
                .as(err.toString())
                .isZero();
        assertThat(backup).isNotEmptyFile();
        assertThat(run(List.of("tidy"))).as(err.toString()).isZero();
        assertThat(run(List.of("mapping", "apply", "person", "--dry-run")))
                .as(err.toString())
                .isZero();
        assertThat(run(List.of("erase", DANA))).isEqualTo(4);
        assertThat(handedOver()).isEqualTo(4);
        assertThat(run(List.of("mapping", "validate"))).as(err.toString()).isZero();
        assertThat(handedOver()).isEqualTo(4);
        assertThat(out.toString()).contains("Wrote", "known requests", "Nothing of 'person' waits.");
    }

    @Test
    void theDoctorAsksTheProcessThatServesAboutTheStore() {
        run(List.of("doctor"));

        assertThat(out.toString())
                .contains("a running 'serve' has it open and answers, run state live", "none waits for a person");
        assertThat(handedOver()).isEqualTo(1);
    }

    @Test
    void pauseStopsTheEngineThatServes() {
        assertThat(run(List.of("pause"))).isZero();
        assertThat(served.opened.runState()).isEqualTo(RunState.PAUSED);
        assertThat(run(List.of("go-live", "--json"))).isZero();
        assertThat(JsonMapper.builder()
                        .build()
                        .readTree(out.toString().substring(out.toString().indexOf('{')))
                        .path("runState")
                        .asString())
                .isEqualTo("live");
    }

    @Test
    void whatIsWrongIsSaidAsEver() {
        assertThat(run(List.of("explain", "nobody@nowhere.example"))).isEqualTo(2);
        assertThat(err.toString()).contains("Nobody is known", "fix    Write a mail address");
        assertThat(run(List.of("restore", "none"))).isEqualTo(2);
        assertThat(handedOver()).isEqualTo(2);
    }

    @Test
    void helpAndCommandsThatDoNotFitRunWhereTheyWereTyped() {
        assertThat(run(List.of("status", "--help"))).isZero();
        assertThat(run(List.of("version"))).isZero();
        assertThat(handedOver()).isZero();
    }

    @Test
    void anotherSecretIsNotHeardAndTheCommandRunsByItself() {
        note.close();
        note = write("another");
        assertThat(run(List.of("status"))).isZero();
        assertThat(out.toString()).contains("run state   live");
        assertThat(served.get("/metrics").body()).doesNotContain("route=\"/control/commands\",status=\"200\"");
    }

    @Test
    void thePortFileIsForItsOwnerAloneAndGoesAwayWithTheProcess() throws IOException {
        Path file = served.configuration.dataFolder().resolve("serve.port");
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        note.close();
        assertThat(file).doesNotExist();
    }

    private PortFile write(String secret) {
        return PortFile.write(served.configuration.dataFolder(), new PortFile.Place(served.web.port(), secret));
    }

    private long handedOver() {
        return served.get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("leadloop_http_requests_seconds_count{")
                        && line.contains("\"/control/commands\""))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private int run(List<String> words) {
        CommandLine line = Commands.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        String[] all = java.util.stream.Stream.concat(
                        words.stream(),
                        java.util.stream.Stream.of(
                                "--config", folder.resolve("leadloop.yaml").toString()))
                .toArray(String[]::new);
        return line.execute(all);
    }
}
