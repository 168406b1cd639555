package io.leadloop.hubspot;

import io.leadloop.failure.CallFailed;
import io.leadloop.failure.FailureKind;
import io.leadloop.hubspot.HubSpotFootprint.Property;
import io.leadloop.spi.PartProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and changes the portal's definitions of our properties. Several are made and archived by one call: all or none. */
final class Definitions {

    private static final String CONTACTS = Paths.properties(HubSpotObject.CONTACT);
    private static final String GROUPS = CONTACTS + "/groups";

    /**
     * @param group whether ours is there
     * @param foreign names of properties in our group that are not ours
     */
    record Found(boolean group, List<PropertyPart> properties, List<String> foreign) {}

    private final HubSpotClient client;
    private final HubSpotFootprint footprint;

    Definitions(HubSpotClient client, HubSpotFootprint footprint) {
        this.client = client;
        this.footprint = footprint;
    }

    Found read() {
        Map<String, JsonNode> there = new HashMap<>();
        List<String> foreign = new ArrayList<>();
        List<String> ours = footprint.contact().stream().map(Property::name).toList();
        for (JsonNode property : client.fetch(Call.get(CONTACTS)).path("results")) {
            String name = Json.text(property, "name");
            there.put(name, property);
            if (Json.text(property, "groupName").equals(footprint.group()) && !ours.contains(name)) {
                foreign.add(name);
            }
        }
        boolean group = false;
        for (JsonNode each : client.fetch(Call.get(GROUPS)).path("results")) {
            group |= Json.text(each, "name").equals(footprint.group());
        }
        return new Found(
                group,
                footprint.contact().stream()
                        .map(wanted -> new PropertyPart(wanted, Optional.ofNullable(there.get(wanted.name()))))
                        .toList(),
                foreign);
    }

    /** Makes what is missing and adds options; the problems of what HubSpot refuses. */
    List<PartProblem> apply(Found found, Consumer<String> progress) {
        return guarded(() -> {
            if (!found.group()) {
                progress.accept("group " + footprint.group());
                ObjectNode group = Json.object().put("name", footprint.group()).put("label", footprint.groupLabel());
                List<PartProblem> refused = sent(Call.write(GROUPS, group), "property-groups " + footprint.group());
                if (!refused.isEmpty()) {
                    return refused;
                }
            }
            List<PropertyPart> missing =
                    found.properties().stream().filter(PropertyPart::missing).toList();
            if (!missing.isEmpty()) {
                progress.accept(missing.size() + " properties");
                ObjectNode batch = Json.object();
                batch.set("inputs", Json.nodes(missing.stream().map(part -> part.definition(footprint.group()))));
                List<PartProblem> refused = sent(Call.write(CONTACTS + "/batch/create", batch), PropertyPart.KIND);
                if (!refused.isEmpty()) {
                    return refused;
                }
            }
            List<PartProblem> problems = new ArrayList<>();
            for (PropertyPart part : found.properties()) {
                if (!part.lacking().isEmpty()) {
                    progress.accept("options of " + part.wanted().name());
                    problems.addAll(sent(
                            Call.change(CONTACTS + "/" + part.wanted().name(), part.completed()),
                            part.part().toString()));
                }
            }
            return problems;
        });
    }

    /** Archives our properties by one call, then the group unless something else is in it. */
    List<PartProblem> archive(Found found, Consumer<String> progress) {
        return guarded(() -> {
            List<PropertyPart> there =
                    found.properties().stream().filter(part -> !part.missing()).toList();
            if (!there.isEmpty()) {
                progress.accept(there.size() + " properties");
                ObjectNode batch = Json.object();
                batch.set(
                        "inputs",
                        Json.nodes(there.stream()
                                .map(part ->
                                        Json.object().put("name", part.wanted().name()))));
                List<PartProblem> refused = sent(Call.write(CONTACTS + "/batch/archive", batch), PropertyPart.KIND);
                if (!refused.isEmpty()) {
                    return refused;
                }
            }
            if (found.group() && found.foreign().isEmpty()) {
                progress.accept("group " + footprint.group());
                return sent(Call.delete(GROUPS + "/" + footprint.group()), "property-groups " + footprint.group());
            }
            return List.of();
        });
    }

    private List<PartProblem> sent(Call call, String where) {
        Answer answer = client.send(call);
        Stream<VendorError> refused = Stream.concat(
                answer.refusal().stream(),
                answer.body().path("errors").valueStream().map(VendorError::ofRow));
        return refused.map(error -> problem(error, where)).toList();
    }

    private static PartProblem problem(VendorError error, String where) {
        String fix = error.says("CANNOT_DELETE_PROPERTY_IN_USE")
                ? "Take our properties out of lists, forms, workflows and views in HubSpot, then try again"
                : error.says("GROUP_WITH_ACTIVE_PROPERTIES")
                        ? "Move the other properties out of the group, then try again"
                        : "Look the code up in docs/operations.md, put it right in HubSpot, then try again";
        return new PartProblem(where, "HubSpot refuses it: " + error.code(), fix);
    }

    private static List<PartProblem> guarded(Supplier<List<PartProblem>> work) {
        try {
            return work.get();
        } catch (CallFailed failed) {
            if (failed.failure().kind() != FailureKind.FORBIDDEN) {
                throw failed;
            }
            return List.of(new PartProblem(
                    "the app in HubSpot",
                    "The app may not change properties",
                    "Give it the scope crm.schemas.contacts.write, install it anew, and use its new token"));
        }
    }
}
