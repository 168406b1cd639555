package io.leadloop.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.leadloop.failure.CallFailed;
import io.leadloop.failure.FailureKind;
import io.leadloop.ledger.Changes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSourcesTest {

    @TempDir
    Path folder;

    @Test
    void aReopenedStoreHasWhatWasCommitted() {
        try (HikariDataSource source = DataSources.open(url(), "sa", "")) {
            new JdbcStore(source).commit(new Changes().setting("installation", "in1"));
        }
        try (HikariDataSource source = DataSources.open(url(), "sa", "")) {
            assertThat(new JdbcStore(source).setting("installation")).contains("in1");
        }
    }

    @Test
    void aWrongPasswordIsSaidPlainly() {
        DataSources.open(url(), "sa", "right").close();

        assertFails("STORE_PASSWORD", url(), "wrong", "store.password");
    }

    @Test
    void aFileWhereTheFolderShouldBeIsSaidPlainly() throws Exception {
        Path file = Files.writeString(folder.resolve("occupied"), "x");

        assertFails("STORE_FORBIDDEN", "jdbc:h2:file:" + file.resolve("leadloop"), "", "store.url");
    }

    @Test
    void aServerThatDoesNotAnswerIsSaidPlainly() {
        assertFails("STORE_UNREACHABLE", "jdbc:postgresql://127.0.0.1:1/leadloop", "", "server runs");
    }

    @Test
    void tablesOfANewerVersionAreLeftAlone() throws SQLException {
        try (HikariDataSource source = DataSources.open(url(), "sa", "");
                Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO \"flyway_schema_history\" SELECT 99, '99', 'later', 'SQL', 'V99__later.sql',"
                    + " 1, \"installed_by\", \"installed_on\", 1, TRUE FROM \"flyway_schema_history\""
                    + " WHERE \"version\" = '1'");
        }

        assertFails("STORE_NEWER", url(), "", "version");
    }

    @Test
    void aStoreThatAnotherProcessHasOpenNamesThatProcess() throws Exception {
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CommitsUntilHalted.class.getName(),
                        url(),
                        "sa",
                        "1000000")
                .redirectErrorStream(true)
                .start();
        try (var lines = holder.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("committed")) {
                    break;
                }
            }
            assertFails("STORE_IN_USE", url(), "", "process " + holder.pid());
        } finally {
            holder.destroyForcibly().waitFor();
        }
    }

    private String url() {
        return "jdbc:h2:file:" + folder.resolve("data/leadloop");
    }

    private static void assertFails(String code, String url, String password, String detail) {
        assertThatExceptionOfType(CallFailed.class)
                .isThrownBy(() -> DataSources.open(url, "sa", password).close())
                .satisfies(failed -> {
                    assertThat(failed.failure().kind()).isEqualTo(FailureKind.MISCONFIGURED);
                    assertThat(failed.failure().code()).isEqualTo(code);
                    assertThat(failed.failure().detail()).contains(detail);
                });
    }
}
