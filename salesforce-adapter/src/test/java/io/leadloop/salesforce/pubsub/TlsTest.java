package io.leadloop.salesforce.pubsub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An address with https is Salesforce's own: nothing is said to it before its certificate is known to be good. */
class TlsTest {

    private static final String TRUSTED = "javax.net.ssl.trustStore";
    private static final String TRUSTED_WITH = "javax.net.ssl.trustStorePassword";

    private final TlsDoor door;

    TlsTest(@TempDir Path folder) {
        door = new TlsDoor(folder);
    }

    @AfterEach
    void end() {
        System.clearProperty(TRUSTED);
        System.clearProperty(TRUSTED_WITH);
        door.close();
    }

    @Test
    void aRecordThatSomebodyChangesRingsThroughTls() {
        System.setProperty(TRUSTED, door.store().toString());
        System.setProperty(TRUSTED_WITH, TlsDoor.PASSWORD);
        try (PushedOrg pushed = new PushedOrg(door)) {
            String id = pushed.lead("Brandt");
            pushed.hearing("Lead");
            pushed.edit("Lead", id, Map.of("Title", "CTO"));
            assertThat(pushed.heard.next()).isEqualTo("rang crm/Lead/" + id);
            assertThat(door.next()).isEqualTo("entered");
        }
    }

    @Test
    void aServerWhoseCertificateNobodyHasSignedIsToldNothing() {
        try (PushedOrg pushed = new PushedOrg(door)) {
            pushed.listen("Lead");
            assertThat(pushed.heard.next()).isEqualTo("closed Lead PUSH_DOWN");
            assertThat(door.next()).isEqualTo("left");
        }
    }
}
