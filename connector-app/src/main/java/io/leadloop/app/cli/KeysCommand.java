package io.leadloop.app.cli;

import io.leadloop.app.engine.OpenStore;
import io.leadloop.app.keys.ApiKey;
import io.leadloop.app.keys.KeyRole;
import io.leadloop.app.keys.Keys;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "keys",
        description = "Keys of the HTTP interface.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "create | list | revoke",
        footerHeading = "%nExamples:%n",
        footer = {
            "  leadloop keys create --role viewer --name dashboard",
            "  leadloop keys list",
            "  leadloop keys revoke 3f9c01ab77"
        })
final class KeysCommand {

    private static final int LONGEST_NAME = 80;

    @Command(name = "create", description = "Makes a key and prints it, once.", mixinStandardHelpOptions = true)
    int create(
            @Mixin Common options,
            @Option(names = "--role", required = true, description = "One of ${COMPLETION-CANDIDATES}.") KeyRole role,
            @Option(names = "--name", defaultValue = "", description = "Who uses it, for the list.") String name) {
        if (name.length() > LONGEST_NAME) {
            throw Complaint.input(
                    "The name is longer than " + LONGEST_NAME + " characters", "--name", "Write a shorter one");
        }
        try (OpenStore opened = options.open(options.configuration())) {
            Keys.Minted minted = new Keys(opened.keys(), InstantSource.system(), new SecureRandom()).create(name, role);
            options.say(minted.text());
            options.say("Role " + role.word() + ". This key is not shown again; 'leadloop keys revoke "
                    + minted.key().id() + "' ends it.");
            Map<String, Object> document = document(minted.key());
            document.put("key", minted.text());
            options.show(document);
            return ExitCode.OK;
        }
    }

    @Command(name = "list", description = "Prints who has one, never the keys.", mixinStandardHelpOptions = true)
    int list(@Mixin Common options) {
        try (OpenStore opened = options.open(options.configuration())) {
            List<ApiKey> keys = opened.keys().all();
            keys.forEach(key -> options.say(String.format(
                    "%s  %-6s  %s  %s%s",
                    key.id(),
                    key.role().word(),
                    key.createdAt(),
                    key.name(),
                    key.revokedAt().map(at -> "  revoked " + at).orElse(""))));
            if (keys.isEmpty()) {
                options.say("No keys. 'leadloop keys create --role viewer' makes one.");
            }
            options.show(
                    Map.of("items", keys.stream().map(KeysCommand::document).toList()));
            return ExitCode.OK;
        }
    }

    @Command(name = "revoke", description = "Ends a key, at once.", mixinStandardHelpOptions = true)
    int revoke(@Mixin Common options, @Parameters(paramLabel = "ID") String id) {
        try (OpenStore opened = options.open(options.configuration())) {
            if (!opened.keys().revoke(id, Instant.now())) {
                throw Complaint.input("There is no valid key '" + id + "'", "keys revoke", "Run 'leadloop keys list'");
            }
            options.say("Revoked " + id + ".");
            options.show(Map.of("id", id, "revoked", true));
            return ExitCode.OK;
        }
    }

    private static Map<String, Object> document(ApiKey key) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", key.id());
        document.put("name", key.name());
        document.put("role", key.role().word());
        document.put("createdAt", key.createdAt().toString());
        key.revokedAt().ifPresent(at -> document.put("revokedAt", at.toString()));
        return document;
    }
}
