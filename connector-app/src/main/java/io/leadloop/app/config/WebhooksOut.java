package io.leadloop.app.config;

import io.leadloop.app.announce.Endpoint;
import io.leadloop.app.announce.Event;
import io.leadloop.language.Problems;
import io.leadloop.language.YamlNode;
import io.leadloop.language.YamlTable;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads the list {@code webhooks-out}: who wants to be told of what. */
final class WebhooksOut {

    private static final String PREFIX = "whsec_";
    private static final int SHORTEST = 24;

    private final YamlTable file;
    private final Texts texts;
    private final Problems problems;

    WebhooksOut(YamlTable file, Texts texts, Problems problems) {
        this.file = file;
        this.texts = texts;
        this.problems = problems;
    }

    List<Endpoint> read() {
        List<Endpoint> endpoints = new ArrayList<>();
        for (YamlTable table : file.tables("webhooks-out", problems)) {
            table.allow(List.of("url", "secret", "events", "include-email"), problems);
            texts.required(table, "url");
            byte[] key = key(table);
            Set<Event> events = events(table);
            boolean withEmail = withEmail(table);
            texts.address(table, "url").ifPresent(url -> {
                if (!url.getScheme().equals("https") && !Account.Loopback.is(url)) {
                    problems.add("'url' is not encrypted", table.whereOf("url"), "Write it with https://");
                }
                endpoints.add(new Endpoint(url, key, events, withEmail));
            });
        }
        return endpoints;
    }

    private boolean withEmail(YamlTable table) {
        String word = texts.text(table, "include-email").orElse("false");
        if (!word.equals("true") && !word.equals("false")) {
            problems.add(
                    "'include-email' is neither yes nor no", table.whereOf("include-email"), "Write true or false");
        }
        return word.equals("true");
    }

    private byte[] key(YamlTable table) {
        String secret = texts.required(table, "secret");
        String text = secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret;
        try {
            byte[] key = Base64.getDecoder().decode(text);
            if (key.length >= SHORTEST || secret.isEmpty()) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // reported below: it is no usable secret either way
        }
        problems.add(
                "'secret' is no base64 of at least 24 bytes",
                table.whereOf("secret"),
                "Make one with: echo whsec_$(openssl rand -base64 32)");
        return new byte[0];
    }

    private Set<Event> events(YamlTable table) {
        Set<Event> events = EnumSet.noneOf(Event.class);
        for (YamlNode.Scalar word : table.texts("events", problems)) {
            Event.of(word.text())
                    .ifPresentOrElse(
                            events::add,
                            () -> problems.add(
                                    "'" + word.text() + "' is no event",
                                    word.where(),
                                    "Write some of handoff.created, handoff.accepted, handoff.rejected,"
                                            + " handoff.expired, handoff.corrected, consent.withdrawn"));
        }
        return table.entry("events").isEmpty() ? EnumSet.allOf(Event.class) : events;
    }
}
