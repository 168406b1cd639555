package io.leadloop.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.leadloop.language.InvalidFiles;
import io.leadloop.policy.Ceilings;
import io.leadloop.policy.RunState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationFileTest {

    private static final String SHORTEST = """
            connections:
              crm:
                url: https://acme.my.salesforce.com
                auth: { client-id: id, client-secret: "${SF_SECRET}" }
              marketing:
                auth: { token: "${HUBSPOT_TOKEN}" }
            """;
    private static final Map<String, String> ENVIRONMENT = Map.of("SF_SECRET", "hush-hush", "HUBSPOT_TOKEN", "sesame");

    @TempDir
    Path folder = Path.of("");

    @Test
    void theKeysOfTheFileAreThese() {
        assertThat(ConfigurationFile.KEYS)
                .containsExactly(
                        "profile",
                        "mode",
                        "store",
                        "mappings",
                        "time-zone",
                        "working-hours",
                        "clock",
                        "connections",
                        "people",
                        "qualify",
                        "safety",
                        "retention",
                        "http",
                        "webhooks-out");
        assertThat(ConnectionsFile.KEYS)
                .containsExactly(
                        "vendor",
                        "url",
                        "expect-org-id",
                        "expect-portal-id",
                        "auth",
                        "api-usage",
                        "poll",
                        "webhooks",
                        "card",
                        "push");
    }

    @Test
    void whatIsNotWrittenHasTheseDefaults() throws IOException {
        Configuration read = read(SHORTEST);
        assertThat(read.mode()).isEqualTo(RunState.SHADOW);
        assertThat(read.store().url()).isEqualTo("jdbc:h2:file:" + folder.resolve("data/leadloop"));
        assertThat(read.store().user()).isEqualTo("sa");
        assertThat(read.mappings()).isEmpty();
        assertThat(read.calendar().zone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(read.calendar().hours()).hasSize(5);
        assertThat(read.clock()).isEmpty();
        assertThat(read.assignmentRules()).isTrue();
        assertThat(read.qualify())
                .isInstanceOfSatisfying(
                        Qualify.Definition.class,
                        rule -> assertThat(rule.name()).isEqualTo("mql"));
        assertThat(read.ceilings()).isEqualTo(new Ceilings(25, 500));
        assertThat(read.retention()).isEqualTo(new Retention(Duration.ofDays(400), Duration.ofDays(400)));
        assertThat(read.http()).isEqualTo(new HttpAddress("127.0.0.1", 8080));
        assertThat(read.poll()).isEqualTo(Duration.ofSeconds(60));
        assertThat(read.accounts())
                .extracting(Account::url)
                .containsExactly(URI.create("https://acme.my.salesforce.com"), URI.create("https://api.hubapi.com"));
        assertThat(read.dataFolder()).isEqualTo(folder.resolve("data"));
    }

    @Test
    void salesforceIsListenedToWhereThatIsSaid() throws IOException {
        assertThat(pushOf(SHORTEST)).isEmpty();
        assertThat(pushOf(withPush("off"))).isEmpty();
        assertThat(pushOf(withPush("{ url: https://api.pubsub.salesforce.com }")))
                .contains(URI.create("https://api.pubsub.salesforce.com"));
        assertThat(pushOf(withPush("{ url: http://127.0.0.1:7443 }"))).contains(URI.create("http://127.0.0.1:7443"));
    }

    @Test
    void noSessionIsSentInPlainTextToAnotherMachine() throws IOException {
        assertThat(problems(withPush("{ url: http://api.pubsub.example }"), ENVIRONMENT))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem).startsWith("leadloop.yaml:5:").contains("plain text"));
    }

    private static String withPush(String value) {
        return SHORTEST.replace("  marketing:", "    push: " + value + "\n  marketing:");
    }

    private Optional<URI> pushOf(String text) throws IOException {
        return ((Account.Salesforce) read(text).accounts().get(0)).push();
    }

    @Test
    void aSecretComesFromTheEnvironmentAndIsNeverPrinted() throws IOException {
        Configuration read = read(SHORTEST);
        Account.HubSpot marketing = (Account.HubSpot) read.accounts().get(1);
        assertThat(((io.leadloop.hubspot.HubSpotCredentials.Token) marketing.credentials())
                        .token()
                        .reveal())
                .isEqualTo("sesame");
        assertThat(read.toString()).doesNotContain("sesame").doesNotContain("hush-hush");
    }

    @Test
    void threeMistakesAreNamedAtOnceWithTheirLines() throws IOException {
        String text = "mode: lve\n" + SHORTEST + "safety: { max-creates-per-run: many }\ntime-zone: Europe/Berln\n";
        List<String> problems = problems(text, ENVIRONMENT);
        assertThat(problems).hasSize(3);
        assertThat(problems.get(0))
                .startsWith("leadloop.yaml:1:7: 'lve' is none of")
                .contains("live");
        assertThat(problems.get(1)).startsWith("leadloop.yaml:8:").contains("many");
        assertThat(problems.get(2)).startsWith("leadloop.yaml:9:").contains("Europe/Berln");
    }

    @Test
    void aVariableThatIsNotSetIsNamed() throws IOException {
        assertThat(problems(SHORTEST, Map.of("SF_SECRET", "hush-hush")))
                .anyMatch(problem -> problem.contains("HUBSPOT_TOKEN is not set"));
    }

    @Test
    void aKeyThatNobodyReadsIsAProblemWithTheRightWord() throws IOException {
        assertThat(problems(SHORTEST + "qualfy: { definition: mql }\n", ENVIRONMENT))
                .singleElement()
                .satisfies(problem -> assertThat(problem).contains("'qualfy'").contains("qualify"));
    }

    @Test
    void theClockOfAnotherMachineIsRefused() throws IOException {
        assertThat(problems(SHORTEST + "clock: https://time.example/now\n", ENVIRONMENT))
                .singleElement()
                .satisfies(problem -> assertThat(problem).contains("'clock' is not on this machine"));
    }

    @Test
    void workingHoursMayDifferByDayAndHaveHolidays() throws IOException {
        Configuration read =
                read(SHORTEST + "working-hours: { mon-thu: 08:00-17:00, fri: 08:00-14:00, holidays: [2026-12-25] }\n");
        assertThat(read.calendar().hours()).hasSize(5);
        assertThat(read.calendar().holidays()).hasSize(1);
    }

    @Test
    void aFileThatIsMissingIsOneProblem() {
        InvalidFiles thrown = catchThrowableOfType(
                InvalidFiles.class, () -> ConfigurationFile.read(folder.resolve("none.yaml"), Map.of()));
        assertThat(Optional.ofNullable(thrown).orElseThrow().problems()).hasSize(1);
    }

    private Configuration read(String text) throws IOException {
        return ConfigurationFile.read(Files.writeString(folder.resolve("leadloop.yaml"), text), ENVIRONMENT);
    }

    private List<String> problems(String text, Map<String, String> environment) throws IOException {
        Path file = Files.writeString(folder.resolve("leadloop.yaml"), text);
        InvalidFiles thrown = catchThrowableOfType(InvalidFiles.class, () -> ConfigurationFile.read(file, environment));
        return Optional.ofNullable(thrown).orElseThrow().problems().stream()
                .map(Object::toString)
                .toList();
    }
}
