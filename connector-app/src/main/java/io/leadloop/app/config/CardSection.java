package io.leadloop.app.config;

import io.leadloop.language.Problems;
import io.leadloop.language.YamlTable;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code card} of the connection to HubSpot. */
final class CardSection {

    private enum Off {
        OFF
    }

    private final Texts texts;
    private final Problems problems;

    CardSection(Texts texts, Problems problems) {
        this.texts = texts;
        this.problems = problems;
    }

    Optional<CardApp> read(YamlTable connection) {
        if (connection.get("card").filter(YamlTable.class::isInstance).isEmpty()) {
            connection.word("card", Off.class, Off.OFF, problems);
            return Optional.empty();
        }
        YamlTable card = connection.table("card", problems);
        card.allow(List.of("url", "app-id", "secret", "previous-secret"), problems);
        if (connection.entry("expect-portal-id").isEmpty()) {
            problems.add(
                    "'card' needs 'expect-portal-id': cards of other accounts are refused",
                    connection.whereOf("card"),
                    "Add 'expect-portal-id:' with the number that HubSpot shows beside the account's name");
        }
        texts.required(card, "url");
        Optional<URI> url = texts.address(card, "url");
        List<Secret> secrets = new ArrayList<>(List.of(new Secret(texts.required(card, "secret"))));
        texts.text(card, "previous-secret").map(Secret::new).ifPresent(secrets::add);
        String app = texts.required(card, "app-id");
        if (!app.isEmpty() && !app.matches("[1-9][0-9]{0,14}")) {
            problems.add(
                    "'app-id' is no app id",
                    card.whereOf("app-id"),
                    "Copy the number that 'hs project open' shows in the address of the app");
            return Optional.empty();
        }
        return app.isEmpty()
                ? Optional.empty()
                : url.map(address -> new CardApp(address, Long.parseLong(app), secrets));
    }
}
