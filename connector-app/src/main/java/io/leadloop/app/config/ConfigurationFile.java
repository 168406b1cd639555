package io.leadloop.app.config;

import io.leadloop.language.InvalidFiles;
import io.leadloop.language.Location;
import io.leadloop.language.Problems;
import io.leadloop.language.YamlFile;
import io.leadloop.language.YamlNode;
import io.leadloop.language.YamlTable;
import io.leadloop.policy.Ceilings;
import io.leadloop.policy.RunState;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code leadloop.yaml}; the defaults of all its keys stand here and in the section readers. */
public final class ConfigurationFile {

    static final List<String> KEYS = List.of(
            "profile",
            "mode",
            "store",
            "mappings",
            "time-zone",
            "working-hours",
            "clock",
            "connections",
            "people",
            "qualify",
            "safety",
            "retention",
            "http",
            "webhooks-out");

    private static final int LAST_PORT = 65_535;

    private enum Profile {
        FULL_SYNC,
        LOOP_ONLY
    }

    private enum Owner {
        CRM_ASSIGNMENT_RULES,
        INTEGRATION_USER
    }

    private enum People {
        LEADS_THEN_CONTACTS
    }

    private enum FirstSight {
        KEEP_BOTH
    }

    private final YamlTable file;
    private final Path folder;
    private final Texts texts;
    private final Problems problems;

    private ConfigurationFile(YamlTable file, Path folder, Texts texts, Problems problems) {
        this.file = file;
        this.folder = folder;
        this.texts = texts;
        this.problems = problems;
    }

    /**
     * @param environment where {@code ${NAME}} is looked up
     * @throws InvalidFiles with every mistake at once
     */
    public static Configuration read(Path path, Map<String, String> environment) {
        Problems problems = new Problems();
        Path folder = Optional.ofNullable(path.toAbsolutePath().normalize().getParent())
                .orElse(path);
        Optional<Configuration> read = open(path, problems)
                .map(table -> new ConfigurationFile(table, folder, new Texts(environment, problems), problems).read());
        problems.throwIfAny();
        return read.orElseThrow();
    }

    private static Optional<YamlTable> open(Path path, Problems problems) {
        String name = path.getFileName().toString();
        if (!Files.exists(path)) {
            problems.add(
                    "There is no configuration here",
                    Location.start(path.toString()),
                    "Run 'leadloop init', or name the file with --config");
            return Optional.empty();
        }
        try (Reader reader = Files.newBufferedReader(path)) {
            return YamlFile.read(name, reader, problems);
        } catch (IOException e) {
            problems.add("The file cannot be read", Location.start(name), "Check that you may read it");
            return Optional.empty();
        }
    }

    private Configuration read() {
        file.allow(KEYS, problems);
        profile();
        people();
        return new Configuration(
                folder,
                file.word("mode", RunState.class, RunState.SHADOW, problems),
                store(),
                texts.text(file, "mappings").map(folder::resolve).filter(this::isFolder),
                new WorkingHours(file, folder, problems).read(),
                clock(),
                new ConnectionsFile(file, folder, texts, problems).read(),
                file.table("people", problems).word("owner", Owner.class, Owner.CRM_ASSIGNMENT_RULES, problems)
                        == Owner.CRM_ASSIGNMENT_RULES,
                qualify(),
                ceilings(),
                retention(),
                http(),
                new WebhooksOut(file, texts, problems).read());
    }

    private void profile() {
        if (file.word("profile", Profile.class, Profile.FULL_SYNC, problems) == Profile.LOOP_ONLY) {
            problems.add(
                    "The profile loop-only is not built yet",
                    file.whereOf("profile"),
                    "Write full-sync, or wait: nothing must be written that another sync writes too");
        }
    }

    private void people() {
        YamlTable people = file.table("people", problems);
        people.allow(List.of("salesforce", "owner"), problems);
        people.word("salesforce", People.class, People.LEADS_THEN_CONTACTS, problems);
    }

    private StoreAddress store() {
        boolean isTable = file.get("store").filter(YamlTable.class::isInstance).isPresent();
        YamlTable table = isTable ? file.table("store", problems) : file;
        if (isTable) {
            table.allow(List.of("url", "user", "password"), problems);
        }
        String key = isTable ? "url" : "store";
        String url = texts.text(table, key).orElse("jdbc:h2:file:./data/leadloop");
        if (!url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:postgresql:")) {
            problems.add(
                    "'" + key + "' is no address of a store that we know",
                    table.whereOf(key),
                    "Write jdbc:h2:file:./data/leadloop or jdbc:postgresql://host/database");
        }
        String user = isTable ? texts.text(table, "user").orElse("sa") : "sa";
        String password = isTable ? texts.text(table, "password").orElse("") : "";
        return StoreAddress.of(url, folder, user, new Secret(password));
    }

    private boolean isFolder(Path path) {
        if (!Files.isDirectory(path)) {
            problems.add(
                    "'mappings' names no folder",
                    file.whereOf("mappings"),
                    "Name a folder with mapping files, or remove the key for the shipped ones");
            return false;
        }
        return true;
    }

    private Optional<URI> clock() {
        Optional<URI> clock = texts.address(file, "clock");
        if (clock.isPresent() && !Account.Loopback.is(clock.get())) {
            problems.add(
                    "'clock' is not on this machine",
                    file.whereOf("clock"),
                    "Remove it: only simulators on this machine lend their time");
        }
        return clock;
    }

    private Qualify qualify() {
        YamlTable table = file.table("qualify", problems);
        table.allow(List.of("definition", "when"), problems);
        Optional<YamlNode.Scalar> when = table.scalar("when", problems);
        Optional<YamlNode.Scalar> definition = table.scalar("definition", problems);
        if (when.isPresent() && definition.isPresent()) {
            problems.add(
                    "'qualify' names a definition and a rule of your own",
                    table.whereOf("when"),
                    "Keep one of 'definition' and 'when'");
        }
        YamlNode.Scalar named = definition.orElseGet(() -> scalar(table.where(), "mql"));
        return when.<Qualify>map(Qualify.When::new).orElseGet(() -> new Qualify.Definition(named.text(), named));
    }

    private static YamlNode.Scalar scalar(Location where, String text) {
        return new YamlNode.Scalar(text, where, where, false);
    }

    private Ceilings ceilings() {
        YamlTable safety = file.table("safety", problems);
        safety.allow(List.of("max-creates-per-run", "max-updates-per-run", "on-first-sight"), problems);
        safety.word("on-first-sight", FirstSight.class, FirstSight.KEEP_BOTH, problems);
        return new Ceilings(
                safety.number("max-creates-per-run", 25, problems),
                safety.number("max-updates-per-run", 500, problems));
    }

    private Retention retention() {
        YamlTable retention = file.table("retention", problems);
        retention.allow(List.of("entries", "reviews"), problems);
        return new Retention(
                texts.duration(retention, "entries", Retention.USUAL),
                texts.duration(retention, "reviews", Retention.USUAL));
    }

    private HttpAddress http() {
        YamlTable http = file.table("http", problems);
        http.allow(List.of("bind", "port"), problems);
        return new HttpAddress(texts.text(http, "bind").orElse("127.0.0.1"), port(http));
    }

    /** 0 is any port that is free. */
    private int port(YamlTable http) {
        String port = texts.text(http, "port").orElse("8080");
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > LAST_PORT) {
            problems.add("'port' is no port", http.whereOf("port"), "Write a number from 1 to 65535, or 0 for any");
            return 0;
        }
        return Integer.parseInt(port);
    }
}
