package io.leadloop.app.config;

import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.Role;
import io.leadloop.hubspot.HubSpotCredentials;
import io.leadloop.language.Problems;
import io.leadloop.language.YamlTable;
import io.leadloop.salesforce.SalesforceCredentials;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the section {@code connections}: one Salesforce and one HubSpot account, named by their roles. */
final class ConnectionsFile {

    static final List<String> KEYS = List.of(
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

    private static final URI HUBSPOT = URI.create("https://api.hubapi.com");

    private enum Vendor {
        SALESFORCE,
        HUBSPOT
    }

    private enum Flow {
        CLIENT_CREDENTIALS,
        JWT_BEARER,
        TOKEN,
        OAUTH
    }

    private enum Ringing {
        OFF
    }

    private final YamlTable file;
    private final Path folder;
    private final Texts texts;
    private final Problems problems;

    ConnectionsFile(YamlTable file, Path folder, Texts texts, Problems problems) {
        this.file = file;
        this.folder = folder;
        this.texts = texts;
        this.problems = problems;
    }

    List<Account> read() {
        YamlTable connections = file.table("connections", problems);
        List<Account> accounts = new ArrayList<>();
        for (Role role : Role.values()) {
            if (connections.entry(role.word()).isEmpty()) {
                problems.add(
                        "The connection '" + role.word() + "' is missing",
                        file.whereOf("connections"),
                        "Add '" + role.word() + ":' with vendor, url and auth");
            } else {
                accounts.add(account(role, connections.table(role.word(), problems)));
            }
        }
        connections.allow(List.of(Role.CRM.word(), Role.MARKETING.word()), problems);
        return accounts;
    }

    private Account account(Role role, YamlTable table) {
        table.allow(KEYS, problems);
        Vendor usual = role == Role.CRM ? Vendor.SALESFORCE : Vendor.HUBSPOT;
        Vendor vendor = table.word("vendor", Vendor.class, usual, problems);
        ConnectionId id = new ConnectionId(role.word());
        Duration poll = texts.duration(table, "poll", Duration.ofSeconds(60));
        Optional<URI> url = texts.address(table, "url");
        if (vendor == Vendor.HUBSPOT) {
            table.word("push", Ringing.class, Ringing.OFF, problems);
            return new Account.HubSpot(
                    id,
                    role,
                    url.orElse(HUBSPOT),
                    poll,
                    portal(table),
                    hubSpot(table),
                    usage(table),
                    webhooks(table),
                    new CardSection(texts, problems).read(table));
        }
        table.word("webhooks", Ringing.class, Ringing.OFF, problems);
        table.word("card", Ringing.class, Ringing.OFF, problems);
        if (table.entry("url").isEmpty()) {
            problems.add("'url' is missing", table.where(), "Add the org's My Domain address");
        }
        Optional<String> org = texts.text(table, "expect-org-id");
        if (org.isPresent() && !org.get().matches("00D[A-Za-z0-9]{12}([A-Za-z0-9]{3})?")) {
            problems.add(
                    "'expect-org-id' is no org id",
                    table.whereOf("expect-org-id"),
                    "Copy 15 or 18 characters from Company Information; they start with 00D");
        }
        URI address = url.orElse(URI.create("https://unknown.example"));
        Optional<URI> push = new PushSection(texts, problems).read(table);
        return new Account.Salesforce(id, role, address, poll, org, salesforce(table), usage(table), push);
    }

    private Optional<Long> portal(YamlTable table) {
        Optional<String> portal = texts.text(table, "expect-portal-id");
        if (portal.isPresent() && !portal.get().matches("[1-9][0-9]{0,14}")) {
            problems.add(
                    "'expect-portal-id' is no portal id",
                    table.whereOf("expect-portal-id"),
                    "Copy the number that HubSpot shows beside the account's name");
            return Optional.empty();
        }
        return portal.map(Long::valueOf);
    }

    private Optional<Webhooks> webhooks(YamlTable table) {
        if (table.get("webhooks").filter(YamlTable.class::isInstance).isEmpty()) {
            table.word("webhooks", Ringing.class, Ringing.OFF, problems);
            return Optional.empty();
        }
        YamlTable webhooks = table.table("webhooks", problems);
        webhooks.allow(List.of("url", "secret", "previous-secret"), problems);
        texts.required(webhooks, "url");
        List<Secret> secrets = new ArrayList<>(List.of(new Secret(texts.required(webhooks, "secret"))));
        texts.text(webhooks, "previous-secret").map(Secret::new).ifPresent(secrets::add);
        return texts.address(webhooks, "url").map(url -> new Webhooks(url, secrets));
    }

    private HubSpotCredentials hubSpot(YamlTable table) {
        YamlTable auth = auth(table);
        if (auth.word("flow", Flow.class, Flow.TOKEN, problems) == Flow.OAUTH) {
            return new HubSpotCredentials.OAuth(
                    texts.required(auth, "client-id"),
                    new io.leadloop.hubspot.Secret(texts.required(auth, "client-secret")),
                    new io.leadloop.hubspot.Secret(texts.required(auth, "refresh-token")));
        }
        return new HubSpotCredentials.Token(new io.leadloop.hubspot.Secret(texts.required(auth, "token")));
    }

    private SalesforceCredentials salesforce(YamlTable table) {
        YamlTable auth = auth(table);
        if (auth.word("flow", Flow.class, Flow.CLIENT_CREDENTIALS, problems) == Flow.JWT_BEARER) {
            return new SalesforceCredentials.JwtBearer(
                    texts.required(auth, "client-id"),
                    texts.required(auth, "username"),
                    folder.resolve(texts.required(auth, "key-file")),
                    texts.address(auth, "audience").orElse(URI.create("https://login.salesforce.com")));
        }
        return new SalesforceCredentials.ClientCredentials(
                texts.required(auth, "client-id"), texts.required(auth, "client-secret"));
    }

    private YamlTable auth(YamlTable table) {
        YamlTable auth = table.table("auth", problems);
        auth.allow(
                List.of(
                        "flow",
                        "client-id",
                        "client-secret",
                        "username",
                        "key-file",
                        "audience",
                        "token",
                        "refresh-token"),
                problems);
        return auth;
    }

    private Optional<Account.ApiUsage> usage(YamlTable table) {
        if (table.entry("api-usage").isEmpty()) {
            return Optional.empty();
        }
        YamlTable usage = table.table("api-usage", problems);
        usage.allow(List.of("daily-limit", "keep-free"), problems);
        String free = texts.text(usage, "keep-free").orElse("20%");
        if (!free.matches("(100|[0-9]{1,2})%")) {
            problems.add("'keep-free' is '" + free + "', no percentage", usage.whereOf("keep-free"), "Write 20%");
            free = "20%";
        }
        return Optional.of(new Account.ApiUsage(
                usage.number("daily-limit", 15_000, problems), Integer.parseInt(free.replace("%", ""))));
    }
}
