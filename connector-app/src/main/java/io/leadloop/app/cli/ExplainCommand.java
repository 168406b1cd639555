package io.leadloop.app.cli;

import io.leadloop.app.config.Configuration;
import io.leadloop.app.engine.OpenStore;
import io.leadloop.app.explain.Explanation;
import io.leadloop.app.explain.Happening;
import io.leadloop.app.explain.History;
import io.leadloop.app.explain.PersonSearch;
import io.leadloop.canonical.FieldValue;
import io.leadloop.ledger.Entry;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Fact;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "explain",
        description = "Tells why a person stands where it stands: moves, evidence, writes and lost values.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  leadloop explain dana.whitfield@northwind.example",
            "  leadloop explain hubspot:1042 --field leadStatus"
        })
final class ExplainCommand implements Callable<Integer> {

    private static final int SHORT = 14;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE d MMM HH:mm:ss", Locale.ENGLISH);

    @Mixin
    private final Common common = new Common();

    @Parameters(paramLabel = "PERSON", description = "A mail address, hubspot:ID or salesforce:ID.")
    private String person = "";

    @Option(names = "--field", paramLabel = "F", description = "One field alone, such as leadStatus or jobTitle.")
    private @Nullable String field;

    @Option(names = "--all", description = "Everything, not only the newest lines.")
    private boolean all;

    @Override
    public Integer call() {
        Configuration configuration = common.configuration();
        try (OpenStore opened = common.open(configuration)) {
            AggregateState found = one(new PersonSearch(configuration, opened.store()).find(person));
            List<Entry> entries = opened.store().of(found.id());
            List<Happening> history = History.of(found, entries, Optional.ofNullable(field));
            print(found, history, configuration.calendar().zone());
            common.show(Explanation.of(found, history));
            return ExitCode.OK;
        }
    }

    private AggregateState one(List<AggregateState> found) {
        if (found.isEmpty()) {
            throw Complaint.input(
                    "Nobody is known as '" + person + "'",
                    "explain",
                    "Write a mail address, hubspot:ID or salesforce:ID, or run a pass first");
        }
        if (found.size() > 1) {
            throw Complaint.input(
                    found.size() + " people are known as '" + person + "'",
                    "explain",
                    "Name one of them: "
                            + found.stream().map(state -> state.id().value()).collect(Collectors.joining(", ")));
        }
        return found.get(0);
    }

    private void print(AggregateState found, List<Happening> history, ZoneId zone) {
        common.say(name(found) + "    " + records(found) + "    " + standing(found));
        Optional.ofNullable(field).ifPresent(asked -> common.say(asked + " = " + value(found, asked)));
        common.say("");
        int lines = 0;
        for (Happening happening : history) {
            if (!all && lines >= SHORT) {
                common.say("... " + history.size() + " in all; --all prints them");
                return;
            }
            common.say(String.format(
                    "%-19s  %-11s %-16s %s",
                    TIME.format(happening.at().atZone(zone)), happening.kind(), happening.head(), happening.text()));
            lines++;
            for (String more : happening.more()) {
                common.say(" ".repeat(50) + more);
                lines++;
            }
        }
    }

    private static String name(AggregateState found) {
        String name =
                (found.value("firstName").text() + " " + found.value("lastName").text()).trim();
        return name.isEmpty() ? found.value("email").text() : name;
    }

    private static String records(AggregateState found) {
        return found.facets().values().stream()
                .filter(facet -> facet.part().isEmpty() && facet.isInUse())
                .map(facet -> facet.ref().connection() + " " + facet.ref().type() + " "
                        + facet.ref().id())
                .collect(Collectors.joining("    "));
    }

    private static String standing(AggregateState found) {
        int cycle = found.journey().cycle();
        String state = found.journey().state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return cycle == 0 ? "never handed off (" + state + ")" : "cycle " + cycle + ", " + state;
    }

    private static String value(AggregateState found, String asked) {
        if (asked.equals("leadStatus")) {
            return found.journey().state().name();
        }
        Fact fact = found.facts().get(asked);
        FieldValue value = found.value(asked);
        return "'" + value.text() + "'"
                + (fact == null
                        ? ", nothing is known"
                        : ", " + fact.because() + " (" + fact.where() + ")"
                                + fact.source()
                                        .map(source -> ", from " + source)
                                        .orElse(""));
    }
}
