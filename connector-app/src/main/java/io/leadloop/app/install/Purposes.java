package io.leadloop.app.install;

import io.leadloop.app.engine.ShippedFiles;
import io.leadloop.spi.PluginPart;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What each part is for, from the one list of all that LeadLoop adds. */
public final class Purposes {

    private final Map<PluginPart, String> known = new HashMap<>();

    /** Reads the shipped list. */
    public static Purposes shipped() {
        try (Reader file = new ShippedFiles().open("footprint.yaml")) {
            return new Purposes(YAMLMapper.builder().build().readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Purposes(JsonNode footprint) {
        JsonNode org = footprint.path("salesforce");
        for (JsonNode object : org.path("objects")) {
            put("objects", name(object), object);
            object.path("fields").forEach(field -> put("fields", name(object) + "." + name(field), field));
        }
        for (JsonNode person : org.path("fields").path("twice")) {
            org.path("fields")
                    .path("list")
                    .forEach(field -> put("fields", person.asString() + "." + name(field), field));
        }
        for (String parts : List.of("package", "optional")) {
            org.path(parts).forEach(part -> put(part.path("folder").asString(), name(part), part));
        }
        JsonNode portal = footprint.path("hubspot");
        put("property-groups", name(portal.path("group")), portal.path("group"));
        portal.path("contact").forEach(each -> put("properties", name(each), each));
    }

    /** Empty for a part that serves another one, such as a component of the panel. */
    public String of(PluginPart part) {
        return known.getOrDefault(
                part, part.kind().equals("lwc") ? "Component of panel, quick action or list button" : "");
    }

    private void put(String kind, String name, JsonNode what) {
        known.put(new PluginPart(kind, name), what.path("purpose").asString(""));
    }

    private static String name(JsonNode node) {
        return node.path("name").asString();
    }
}
