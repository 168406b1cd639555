package io.leadloop.salesforce.plugin;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A field as a describe call shows it to our user. */
record OrgField(
        String name,
        String label,
        String type,
        int length,
        boolean unique,
        boolean externalId,
        boolean restricted,
        boolean writable,
        String help,
        List<Value> values) {

    /** @param active whether it is offered */
    record Value(String name, String label, boolean active) {}

    static OrgField of(JsonNode field) {
        return new OrgField(
                field.path("name").asString(""),
                field.path("label").asString(""),
                field.path("type").asString(""),
                field.path("length").asInt(0),
                field.path("unique").asBoolean(false),
                field.path("externalId").asBoolean(false),
                field.path("restrictedPicklist").asBoolean(false),
                field.path("createable").asBoolean(false)
                        && field.path("updateable").asBoolean(false),
                field.path("inlineHelpText").asString(""),
                field.path("picklistValues")
                        .valueStream()
                        .map(value -> new Value(
                                value.path("value").asString(""),
                                value.path("label").asString(""),
                                value.path("active").asBoolean(false)))
                        .toList());
    }

    Set<String> offered() {
        return values.stream().filter(Value::active).map(Value::name).collect(Collectors.toSet());
    }
}
