package io.leadloop.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.hubspot.HubSpotCredentials;
import io.leadloop.hubspot.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptTokenTest {

    private static final HubSpotCredentials.OAuth CONFIGURED = oauth("first");

    @TempDir
    Path folder = Path.of("");

    @Test
    void aTokenThatWasHandedOutReplacesTheConfiguredOneAtTheNextStart() {
        new KeptToken(folder, "marketing").keep(CONFIGURED, new Secret("second"));

        assertThat(new KeptToken(folder, "marketing")
                        .latest(CONFIGURED)
                        .refreshToken()
                        .reveal())
                .isEqualTo("second");
        assertThat(new KeptToken(folder, "other").latest(CONFIGURED)).isEqualTo(CONFIGURED);
    }

    @Test
    void aNewlyConfiguredTokenCounts() {
        new KeptToken(folder, "marketing").keep(CONFIGURED, new Secret("second"));

        assertThat(new KeptToken(folder, "marketing")
                        .latest(oauth("third"))
                        .refreshToken()
                        .reveal())
                .isEqualTo("third");
    }

    @Test
    void onlyItsOwnerMayReadTheFile() throws IOException {
        new KeptToken(folder, "marketing").keep(CONFIGURED, new Secret("second"));

        Path file = folder.resolve("marketing.refresh-token");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).doesNotContain("first");
    }

    private static HubSpotCredentials.OAuth oauth(String refreshToken) {
        return new HubSpotCredentials.OAuth("client", new Secret("secret"), new Secret(refreshToken));
    }
}
