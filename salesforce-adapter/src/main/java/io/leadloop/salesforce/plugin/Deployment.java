package io.leadloop.salesforce.plugin;

import io.leadloop.spi.PartChange;
import io.leadloop.spi.PartProblem;
import io.leadloop.spi.PluginPart;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * How a deployment stands, as Salesforce told last.
 *
 * @param deployed components done so far, of {@code total}
 */
record Deployment(
        String status,
        boolean done,
        boolean success,
        int deployed,
        int total,
        List<PartChange> changes,
        List<PartProblem> problems) {

    private static final String PARTIAL = "SucceededPartial";

    static Deployment of(JsonNode answer) {
        JsonNode result = answer.path("deployResult");
        JsonNode details = result.path("details");
        return new Deployment(
                result.path("status").asString("Pending"),
                result.path("done").asBoolean(false),
                result.path("success").asBoolean(false),
                result.path("numberComponentsDeployed").asInt(0),
                result.path("numberComponentsTotal").asInt(0),
                changes(details.path("componentSuccesses")),
                details.path("componentFailures")
                        .valueStream()
                        .filter(failure ->
                                !failure.path("problemType").asString("").equals("Warning"))
                        .map(Deployment::problem)
                        .distinct()
                        .toList());
    }

    /** Whether all of it was applied, or would be. */
    boolean good() {
        return success && !status.equals(PARTIAL);
    }

    /** Why it is not good, in words; never empty then. */
    List<PartProblem> reasons() {
        if (good()) {
            return List.of();
        }
        List<PartProblem> reasons = new ArrayList<>(problems);
        switch (status) {
            case "Canceled", "Canceling" ->
                reasons.add(whole(
                        "Somebody has cancelled it in the org (Setup, Deployment Status); nothing was applied",
                        "Run the command again"));
            case PARTIAL ->
                reasons.add(whole(
                        "Only a part was applied: " + deployed + " of " + total,
                        "Correct what is named, then run the command again: what is there stays"));
            default -> {
                if (reasons.isEmpty()) {
                    reasons.add(whole("It ended as " + status + " without a reason", "Run the command again"));
                }
            }
        }
        return reasons;
    }

    private static PartProblem whole(String what, String fix) {
        return new PartProblem("the deployment", what, fix);
    }

    /** One short line of progress. */
    String line() {
        return total == 0 ? status : status + " " + deployed + " of " + total;
    }

    private static List<PartChange> changes(JsonNode successes) {
        TreeMap<PluginPart, PartChange> changes = new TreeMap<>();
        successes
                .valueStream()
                .forEach(success -> PartKind.ofType(
                                success.path("componentType").asString(""))
                        .ifPresent(kind -> {
                            PluginPart part = new PluginPart(
                                    kind.folder(),
                                    success.path("fullName").asString("").replaceFirst("/$", ""));
                            changes.put(part, new PartChange(part, effect(success)));
                        }));
        return List.copyOf(changes.values());
    }

    private static PartChange.Effect effect(JsonNode success) {
        return success.path("deleted").asBoolean(false)
                ? PartChange.Effect.REMOVED
                : success.path("created").asBoolean(false)
                        ? PartChange.Effect.ADDED
                        : success.path("changed").asBoolean(false) ? PartChange.Effect.CHANGED : PartChange.Effect.SAME;
    }

    /** The vendor's words are about names and types of components, never about records. */
    private static PartProblem problem(JsonNode failure) {
        String file = failure.path("fileName").asString("");
        int line = failure.path("lineNumber").asInt(0);
        String name = failure.path("componentType").asString("") + " "
                + failure.path("fullName").asString("");
        return new PartProblem(
                name.strip() + (file.isEmpty() ? "" : " (" + file + (line > 0 ? ":" + line : "") + ")"),
                "Salesforce says: " + failure.path("problem").asString("no reason"),
                Advice.on(failure.path("problem").asString("")));
    }
}
