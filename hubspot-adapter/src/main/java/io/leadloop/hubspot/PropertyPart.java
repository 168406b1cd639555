package io.leadloop.hubspot;

import io.leadloop.hubspot.HubSpotFootprint.Option;
import io.leadloop.hubspot.HubSpotFootprint.Property;
import io.leadloop.spi.PartProblem;
import io.leadloop.spi.PluginPart;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One property that we bring beside what the portal has of that name. Label, description and group are the portal's own
 * once it is there: people rename and move properties, and nothing of ours depends on it.
 *
 * @param there as HubSpot shows it; absent if there is none
 */
record PropertyPart(Property wanted, Optional<JsonNode> there) {

    static final String KIND = "properties";

    PluginPart part() {
        return new PluginPart(KIND, wanted.name());
    }

    boolean missing() {
        return there.isEmpty();
    }

    /** What nobody but a person can put right: HubSpot keeps type and uniqueness as they were made. */
    Optional<PartProblem> wrong() {
        return there.flatMap(property -> {
            String type = Json.text(property, "type");
            if (!type.equals(wanted.type())) {
                return Optional.of(problem("is a property of type " + type + ", not " + wanted.type()));
            }
            boolean unique = property.path("hasUniqueValue").asBoolean(false);
            return wanted.unique() && !unique
                    ? Optional.of(problem("lets two contacts have the same value"))
                    : Optional.empty();
        });
    }

    private PartProblem problem(String what) {
        return new PartProblem(
                part().toString(),
                wanted.name() + " " + what,
                "Export what is in it, delete the property in HubSpot for good, and install again");
    }

    /** Options of ours that the portal lacks; a write of one of them would be refused. */
    List<Option> lacking() {
        Set<String> known = there.map(PropertyPart::values).orElse(Set.of());
        return there.isEmpty()
                ? List.of()
                : wanted.options().stream()
                        .filter(option -> !known.contains(option.value()))
                        .toList();
    }

    ObjectNode definition(String group) {
        ObjectNode body = Json.object()
                .put("name", wanted.name())
                .put("label", wanted.label())
                .put("description", wanted.description())
                .put("groupName", group)
                .put("type", wanted.type())
                .put("fieldType", wanted.fieldType())
                .put("hasUniqueValue", wanted.unique())
                .put("formField", false);
        if (!wanted.options().isEmpty()) {
            ArrayNode options = body.putArray("options");
            wanted.options().forEach(option -> add(options, option));
        }
        return body;
    }

    /** HubSpot replaces options as a whole: what is there is sent back as it is, with ours after it. */
    ObjectNode completed() {
        ObjectNode body = Json.object();
        ArrayNode options = body.putArray("options");
        there.ifPresent(property -> property.path("options").forEach(option -> {
            ObjectNode kept = options.addObject()
                    .put("label", Json.text(option, "label"))
                    .put("value", Json.text(option, "value"))
                    .put("displayOrder", options.size() - 1)
                    .put("hidden", option.path("hidden").asBoolean(false));
            if (option.has("description")) {
                kept.put("description", Json.text(option, "description"));
            }
        }));
        lacking().forEach(option -> add(options, option));
        return body;
    }

    private static void add(ArrayNode options, Option option) {
        int order = options.size();
        options.addObject()
                .put("label", option.label())
                .put("value", option.value())
                .put("displayOrder", order)
                .put("hidden", false);
    }

    private static Set<String> values(JsonNode property) {
        return StreamSupport.stream(property.path("options").spliterator(), false)
                .map(option -> Json.text(option, "value"))
                .collect(Collectors.toSet());
    }
}
