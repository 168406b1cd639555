package io.leadloop.app.cli;

import io.leadloop.app.install.Purposes;
import io.leadloop.spi.InstallReport;
import io.leadloop.spi.PartChange;
import io.leadloop.spi.PartProblem;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Prints what an installation does, part by part, with the purpose of each. */
final class PartLines {

    private final Common common;
    private final Purposes purposes = Purposes.shipped();

    PartLines(Common common) {
        this.common = common;
    }

    /** Parts that stay as they are make no line. */
    void say(InstallReport report) {
        for (PartChange change : report.changes()) {
            if (change.effect() != PartChange.Effect.SAME) {
                common.say(String.format(
                                "  %-8s %-18s %-44s %s",
                                word(change.effect()),
                                change.part().kind(),
                                change.part().name(),
                                purposes.of(change.part()))
                        .stripTrailing());
            }
        }
        problems(report);
    }

    void problems(InstallReport report) {
        for (PartProblem problem : report.problems()) {
            common.say("what   " + problem.what());
            common.say("where  " + problem.where());
            common.say("fix    " + problem.fix());
        }
    }

    Map<String, Object> document(InstallReport report) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(
                "parts",
                report.changes().stream()
                        .map(change -> Map.of(
                                "kind", change.part().kind(),
                                "name", change.part().name(),
                                "effect", word(change.effect()),
                                "purpose", purposes.of(change.part())))
                        .toList());
        document.put(
                "problems",
                report.problems().stream()
                        .map(problem -> Map.of("what", problem.what(), "where", problem.where(), "fix", problem.fix()))
                        .toList());
        document.put("notes", report.notes());
        return document;
    }

    static String word(PartChange.Effect effect) {
        return effect.name().toLowerCase(Locale.ROOT);
    }
}
