package io.leadloop.app.engine;

import io.leadloop.hubspot.HubSpotFootprint;
import io.leadloop.hubspot.HubSpotFootprint.Option;
import io.leadloop.hubspot.HubSpotFootprint.Property;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What is installed in a portal, from the one list of all that LeadLoop adds; a reason is named as the catalogue names it. */
final class PortalFootprint {

    private PortalFootprint() {}

    static HubSpotFootprint shipped() {
        JsonNode footprint = file("footprint.yaml");
        Map<String, String> labels = new HashMap<>();
        file("reasons.yaml").path("rows").forEach(reason -> labels.put(text(reason, "code"), text(reason, "label")));
        List<Property> properties = new ArrayList<>();
        for (JsonNode each : footprint.path("hubspot").path("contact")) {
            List<Option> options = new ArrayList<>();
            footprint.path("values").path(text(each, "values")).forEach(value -> {
                String code = value.asString();
                options.add(new Option(code, labels.getOrDefault(code, words(code))));
            });
            properties.add(new Property(
                    text(each, "name"),
                    text(each, "label"),
                    text(each, "purpose"),
                    text(each, "type"),
                    text(each, "field-type"),
                    each.path("unique").asBoolean(false),
                    options));
        }
        String version = Optional.ofNullable(PortalFootprint.class.getPackage().getImplementationVersion())
                .orElse("development");
        JsonNode group = footprint.path("hubspot").path("group");
        return new HubSpotFootprint(version, text(group, "name"), text(group, "label"), properties);
    }

    private static String words(String code) {
        String spaced = code.replace('_', ' ');
        return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    private static JsonNode file(String name) {
        try (Reader reader = new ShippedFiles().open(name)) {
            return YAMLMapper.builder().build().readTree(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
