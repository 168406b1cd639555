package io.leadloop.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceCommandTest {

    @Test
    void theUnitStartsTheProgramWithItsConfigurationAsItsOwnUser() {
        assertThat(unit("--config", "/etc/leadloop/leadloop.yaml", "--user", "loop"))
                .contains(
                        "ExecStart=/usr/bin/java -XX:MaxRAMPercentage=70 -XX:+UseParallelGC -XX:NewRatio=1"
                                + " -XX:+ExitOnOutOfMemoryError"
                                + " -jar /opt/leadloop/leadloop.jar serve --config /etc/leadloop/leadloop.yaml",
                        "User=loop",
                        "EnvironmentFile=/etc/leadloop/secrets.env",
                        "RestartPreventExitStatus=2");
    }

    @Test
    void theUnitMayDoLittle() {
        assertThat(unit())
                .contains("NoNewPrivileges=yes", "ProtectSystem=strict", "ProtectHome=yes", "CapabilityBoundingSet=");
    }

    @Test
    void everyLineIsASectionACommentOrASetting() {
        assertThat(unit()).allMatch(line -> line.isBlank() || line.matches("\\[[A-Z][a-z]+]|#.*|[A-Z][A-Za-z0-9]+=.*"));
    }

    private static List<String> unit(String... options) {
        StringWriter out = new StringWriter();
        String[] words = new String[options.length + 1];
        words[0] = "service";
        System.arraycopy(options, 0, words, 1, options.length);
        int code = Commands.commandLine().setOut(new PrintWriter(out, true)).execute(words);
        assertThat(code).isZero();
        return Arrays.asList(out.toString().split("\\R", -1));
    }
}
