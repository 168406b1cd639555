package io.leadloop.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.leadloop.app.announce.Message;
import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.Kind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcOutboxTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final AggregateId DANA = new AggregateId(Kind.PERSON, "p1");

    @Test
    void theAddressOfAPersonWhoIsErasedLeavesWhatIsNotDeliveredYet(@TempDir Path folder) {
        try (HikariDataSource source = DataSources.open("jdbc:h2:file:" + folder.resolve("store"), "", "")) {
            JdbcOutbox outbox = new JdbcOutbox(source);
            outbox.write(List.of(
                    told("a", "p1", ",\"email\":\"dana@northwind.example\""),
                    told("b", "p1", ""),
                    told("c", "p2", ",\"email\":\"arjun@ironwind.example\",\"handoff\":\"p1\"")));

            assertThat(outbox.forget(DANA)).isEqualTo(1);

            List<Message> left = outbox.due(NOW, 10);
            assertThat(left).extracting(Message::id).containsExactly("a", "b", "c");
            assertThat(left.get(0).body()).isEqualTo("{\"type\":\"handoff.created\",\"data\":{\"person\":\"p1\"}}");
            assertThat(left.get(2).body()).contains("arjun@ironwind.example");
            assertThat(outbox.forget(DANA)).isZero();
        }
    }

    private static Message told(String id, String person, String more) {
        String body = "{\"type\":\"handoff.created\",\"data\":{\"person\":\"" + person + "\"" + more + "}}";
        return new Message(id, "https://hooks.example/in", "handoff.created", body, NOW, NOW, 0);
    }
}
