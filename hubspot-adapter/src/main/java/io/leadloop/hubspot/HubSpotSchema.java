package io.leadloop.hubspot;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.ObjectType;
import io.leadloop.failure.CallFailed;
import io.leadloop.failure.FailureKind;
import io.leadloop.spi.ObjectSchema;
import io.leadloop.spi.SchemaInspector;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * The portal's properties, kept for ten minutes. The mail address of a contact is told as unique, though HubSpot's own
 * description of it does not say so: no two contacts can have one (hubspot.md 4). HubSpot does not say with a property whether a create needs it, so no
 * field is told as required; a portal's own rules show up as a rejection that names the property.
 */
final class HubSpotSchema implements SchemaInspector {

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int LONGEST_TEXT = 65_536;

    private record Known(ObjectSchema schema, Instant read) {}

    private final HubSpotClient client;
    private final InstantSource clock;
    private final Map<HubSpotObject, Known> known = new ConcurrentHashMap<>();

    HubSpotSchema(HubSpotClient client, InstantSource clock) {
        this.client = client;
        this.clock = clock;
    }

    @Override
    public Optional<ObjectSchema> describe(ObjectType type) {
        Optional<HubSpotObject> object = HubSpotObject.find(type);
        return object.isEmpty() ? Optional.empty() : describe(object.get());
    }

    private Optional<ObjectSchema> describe(HubSpotObject object) {
        Known kept = known.get(object);
        Instant now = clock.instant();
        if (kept != null && now.isBefore(kept.read().plus(KEPT))) {
            return Optional.of(kept.schema());
        }
        Optional<ObjectSchema> schema = read(object);
        schema.ifPresent(found -> known.put(object, new Known(found, now)));
        return schema;
    }

    @Override
    public FieldValue normalise(ObjectType type, FieldName field, FieldValue value) {
        if (value.isBlank()) {
            return FieldValue.BLANK;
        }
        String vendorType = describe(type)
                .map(ObjectSchema::fields)
                .map(fields -> fields.get(field))
                .map(ObjectSchema.Field::vendorType)
                .orElse("string");
        return FieldValue.ofText(NormalForm.of(vendorType, field.value(), value.text()));
    }

    boolean unique(HubSpotObject object, FieldName key) {
        return describe(object)
                .map(ObjectSchema::fields)
                .map(fields -> fields.get(key))
                .map(ObjectSchema.Field::unique)
                .orElse(false);
    }

    private Optional<ObjectSchema> read(HubSpotObject object) {
        try {
            Map<FieldName, ObjectSchema.Field> fields = new HashMap<>();
            for (JsonNode property :
                    client.fetch(Call.get(Paths.properties(object))).path("results")) {
                ObjectSchema.Field field = field(object, property);
                fields.put(field.name(), field);
            }
            return Optional.of(new ObjectSchema(object.type(), fields));
        } catch (CallFailed e) {
            if (e.failure().kind() == FailureKind.FORBIDDEN || e.failure().kind() == FailureKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static boolean isAddress(HubSpotObject object, String property) {
        return object == HubSpotObject.CONTACT && property.equals("email");
    }

    private static ObjectSchema.Field field(HubSpotObject object, JsonNode property) {
        String name = Json.text(property, "name");
        String type = Json.text(property, "type");
        boolean readOnly = property.path("calculated").asBoolean(false)
                || property.path("modificationMetadata").path("readOnlyValue").asBoolean(false);
        List<ObjectSchema.AllowedValue> allowed = StreamSupport.stream(
                        property.path("options").spliterator(), false)
                .map(option -> new ObjectSchema.AllowedValue(
                        Json.text(option, "value"),
                        Json.text(option, "label"),
                        !option.path("hidden").asBoolean(false)))
                .toList();
        return new ObjectSchema.Field(
                new FieldName(name),
                Json.text(property, "label"),
                type,
                type.equals("string") ? LONGEST_TEXT : 0,
                !readOnly,
                false,
                isAddress(object, name) || property.path("hasUniqueValue").asBoolean(false),
                type.equals("enumeration") && !allowed.isEmpty(),
                allowed);
    }
}
