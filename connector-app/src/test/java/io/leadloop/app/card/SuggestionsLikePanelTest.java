package io.leadloop.app.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.canonical.CriterionResult;
import io.leadloop.canonical.Truth;
import io.leadloop.feedback.Reason;
import io.leadloop.fixtures.node.NodeProject;
import io.leadloop.lifecycle.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The card suggests what the panel suggests: both rules, run on the same cases. */
@Tag("clients")
class SuggestionsLikePanelTest {

    private static final int CASES = 500;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final String RUN = """
            import { readFileSync } from 'node:fs';
            import { suggestions } from './rule.mjs';
            const cases = JSON.parse(readFileSync('cases.json', 'utf8'));
            console.log(JSON.stringify(cases.map((each) => suggestions(each).map(({ code, evidence }) => `${code} ${evidence}`))));
            """;

    @Test
    void theSameCasesGiveTheSameReasonsInTheSameOrder() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Reason> offered = PanelRule.offered();
        List<List<String>> ours = new ArrayList<>();
        ArrayNode cases = JSON.createArrayNode();
        for (int i = 0; i < CASES; i++) {
            Phase phase = random.nextBoolean() ? Phase.BEFORE : Phase.AFTER;
            List<CriterionResult> criteria = criteria(random);
            List<Card.Engagement> timeline = timeline(random);
            ours.add(new Suggestions(criteria, timeline, List.of(), NOW)
                    .of(offered, phase).stream()
                            .map(each -> each.code() + " " + each.evidence())
                            .toList());
            cases.add(asThePanelHasIt(offered, criteria, timeline, phase));
        }
        NodeProject project =
                NodeProject.installed(Path.of("..", "hubspot-adapter", "hubspot-project"), Path.of("target", "card"));
        Files.writeString(project.at("cases.json"), cases.toString());
        Files.writeString(project.at("rule.mjs"), module("leadLoopMoment") + module("leadLoopSuggest"));
        Files.writeString(project.at("run.mjs"), RUN);

        NodeProject.Run run = project.run(Duration.ofMinutes(1), List.of("run.mjs"), Map.of());

        assertThat(run.exit()).as(run.errors()).isZero();
        JsonNode theirs = JSON.readTree(run.output());
        for (int i = 0; i < CASES; i++) {
            assertThat(ours.get(i))
                    .as("seed " + seed + ", case " + cases.get(i))
                    .isEqualTo(
                            theirs.get(i).valueStream().map(JsonNode::asString).toList());
        }
    }

    /** A component's module without what the org provides. */
    private static String module(String component) {
        return "const LOCALE = undefined, TIME_ZONE = undefined;\n".repeat(component.equals("leadLoopMoment") ? 1 : 0)
                + PanelRule.source(component).replaceAll("(?m)^import .*$", "").replace("const DAY = 86400000;", "");
    }

    private static ObjectNode asThePanelHasIt(
            List<Reason> offered, List<CriterionResult> criteria, List<Card.Engagement> timeline, Phase phase) {
        ObjectNode given = JSON.createObjectNode();
        given.put("phase", phase.name().toLowerCase(Locale.ROOT)).put("now", NOW.toEpochMilli());
        ArrayNode reasons = given.putArray("reasons");
        offered.stream().filter(reason -> reason.legalIn(phase)).forEach(reason -> {
            ObjectNode row =
                    reasons.addObject().put("code", reason.code().value()).put("group", reason.group());
            reason.implicates().forEach(row.withArray("implicates")::add);
            row.withArray("implicates");
        });
        ArrayNode rows = given.putArray("criteria");
        criteria.forEach(criterion -> rows.addObject()
                .put("id", criterion.id())
                .put("name", criterion.called())
                .put("seen", criterion.seen())
                .put(
                        "result",
                        criterion.result() == Truth.TRUE
                                ? "yes"
                                : criterion.result() == Truth.FALSE ? "no" : "unknown"));
        ArrayNode entries = given.putArray("entries");
        timeline.forEach(
                entry -> entries.addObject().put("day", DAY.format(entry.on())).put("text", entry.text()));
        given.putArray("cycles");
        return given;
    }

    private static List<CriterionResult> criteria(Random random) {
        List<CriterionResult> criteria = new ArrayList<>();
        for (String id : List.of("size", "role", "industry", "pages")) {
            if (random.nextInt(3) > 0) {
                criteria.add(new CriterionResult(
                        id,
                        random.nextBoolean() ? "The " + id : "",
                        Truth.values()[random.nextInt(3)],
                        "seen " + random.nextInt(9),
                        0,
                        false));
            }
        }
        return criteria;
    }

    private static List<Card.Engagement> timeline(Random random) {
        LocalDate day = LocalDate.parse("2026-03-02").minusDays(random.nextInt(45));
        List<Card.Engagement> timeline = new ArrayList<>();
        int touches = random.nextInt(5);
        for (int i = 0; i < touches; i++) {
            timeline.add(new Card.Engagement(day, "touch " + i));
            day = day.minusDays(random.nextInt(5));
        }
        return timeline;
    }
}
