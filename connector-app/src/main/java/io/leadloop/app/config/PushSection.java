package io.leadloop.app.config;

import io.leadloop.language.Problems;
import io.leadloop.language.YamlTable;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Reads {@code push} of the connection to Salesforce. */
final class PushSection {

    private enum Off {
        OFF
    }

    private final Texts texts;
    private final Problems problems;

    PushSection(Texts texts, Problems problems) {
        this.texts = texts;
        this.problems = problems;
    }

    /** Empty for polling alone. */
    Optional<URI> read(YamlTable connection) {
        if (connection.get("push").filter(YamlTable.class::isInstance).isEmpty()) {
            connection.word("push", Off.class, Off.OFF, problems);
            return Optional.empty();
        }
        YamlTable push = connection.table("push", problems);
        push.allow(List.of("url"), problems);
        texts.required(push, "url");
        Optional<URI> url = texts.address(push, "url");
        url.filter(address -> "http".equals(address.getScheme()) && !Account.Loopback.is(address))
                .ifPresent(address -> problems.add(
                        "'push.url' would send the session in plain text",
                        push.whereOf("url"),
                        "Write https://api.pubsub.salesforce.com"));
        return url;
    }
}
