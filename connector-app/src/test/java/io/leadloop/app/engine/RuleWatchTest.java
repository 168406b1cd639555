package io.leadloop.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.app.config.Configuration;
import io.leadloop.app.config.ConfigurationFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleWatchTest {

    @TempDir
    Path folder;

    private Path person;
    private RuleWatch watch;

    @BeforeEach
    void watch() throws IOException {
        ShippedFiles shipped = new ShippedFiles();
        for (String name : shipped.names()) {
            Path file = folder.resolve("mappings").resolve(name);
            Files.createDirectories(file.getParent());
            try (var text = shipped.open(name);
                    var out = Files.newBufferedWriter(file)) {
                text.transferTo(out);
            }
        }
        person = folder.resolve("mappings/salesforce/person.yaml");
        watch = new RuleWatch(configuration("mappings: ./mappings"));
    }

    @Test
    void filesThatSayTheSameAreNoNews() throws IOException {
        Files.writeString(person, Files.readString(person));

        assertThat(watch.look()).isEqualTo(new RuleWatch.News.None());
    }

    @Test
    void filesThatSaySomethingElseAreNewsOnce() throws IOException {
        Files.writeString(person, Files.readString(person) + "\n# nothing more\n");

        assertThat(watch.look()).isEqualTo(new RuleWatch.News.Changed());
        assertThat(watch.look()).isEqualTo(new RuleWatch.News.None());
    }

    @Test
    void mistakesAreToldOnceForEachVersionAndTheirRepairIsNews() throws IOException {
        String whole = Files.readString(person);
        Files.writeString(person, whole.replace("jobTitle", "ghost"));

        assertThat(watch.look())
                .isInstanceOfSatisfying(
                        RuleWatch.News.Refused.class,
                        refused -> assertThat(refused.problems())
                                .anySatisfy(problem ->
                                        assertThat(problem.where().toString()).contains("salesforce/person.yaml")));
        assertThat(watch.look()).isEqualTo(new RuleWatch.News.None());

        Files.writeString(person, whole);
        assertThat(watch.look()).isEqualTo(new RuleWatch.News.Changed());
    }

    @Test
    void aFileMoreOrLessIsNews() throws IOException {
        Path more = folder.resolve("mappings/notes.yaml");
        Files.writeString(more, "# empty\n");
        assertThat(watch.look()).isNotEqualTo(new RuleWatch.News.None());

        Files.delete(more);
        assertThat(watch.look()).isEqualTo(new RuleWatch.News.Changed());
    }

    @Test
    void shippedFilesNeverChange() throws IOException {
        RuleWatch shipped = new RuleWatch(configuration(""));
        Files.writeString(person, "nonsense");

        assertThat(shipped.look()).isEqualTo(new RuleWatch.News.None());
    }

    private Configuration configuration(String line) throws IOException {
        Path file = folder.resolve("leadloop.yaml");
        Files.writeString(file, """
                profile: full-sync
                mode: shadow
                store: jdbc:h2:file:./data/leadloop
                time-zone: Europe/Berlin
                working-hours: { mon-fri: 09:00-17:30 }
                connections:
                  crm: { vendor: salesforce, url: http://127.0.0.1:9, auth: { flow: client-credentials, client-id: a, client-secret: b } }
                  marketing: { vendor: hubspot, url: http://127.0.0.1:9, auth: { flow: token, token: c } }
                people: { salesforce: leads-then-contacts, owner: crm-assignment-rules }
                qualify: { definition: mql }
                safety: { max-creates-per-run: 10, max-updates-per-run: 10, on-first-sight: keep-both }
                """ + line + "\n");
        return ConfigurationFile.read(file, Map.of());
    }
}
