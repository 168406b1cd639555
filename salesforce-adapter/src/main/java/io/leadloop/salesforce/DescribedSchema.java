package io.leadloop.salesforce;

import com.sforce.soap.partner.DescribeSObjectResult;
import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.ObjectType;
import io.leadloop.failure.CallFailed;
import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import io.leadloop.spi.ObjectSchema;
import io.leadloop.spi.SchemaInspector;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Asks for an object once and keeps the answer, until a write meets a field that it does not name. */
final class DescribedSchema implements SchemaInspector {

    private record Known(ObjectSchema schema, Map<FieldName, FieldForm> forms) {}

    private final Soap soap;
    private final Map<ObjectType, Known> known = new ConcurrentHashMap<>();

    DescribedSchema(Soap soap) {
        this.soap = soap;
    }

    @Override
    public Optional<ObjectSchema> describe(ObjectType type) {
        return known(type).map(Known::schema);
    }

    @Override
    public FieldValue normalise(ObjectType type, FieldName field, FieldValue value) {
        return known(type)
                .flatMap(found -> Optional.ofNullable(found.forms().get(field)))
                .map(form -> form.normalise(value))
                .orElse(value);
    }

    /** How the fields travel; MISCONFIGURED if there is no such object. */
    Map<FieldName, FieldForm> forms(ObjectType type) {
        return known(type)
                .map(Known::forms)
                .orElseThrow(() -> new CallFailed(Failure.of(
                        FailureKind.MISCONFIGURED,
                        "INVALID_TYPE",
                        "There is no object " + type + ", or the integration user may not see it.")));
    }

    /** The next question asks Salesforce again. */
    void forget(ObjectType type) {
        known.remove(type);
    }

    private Optional<Known> known(ObjectType type) {
        Known found = known.get(type);
        if (found != null) {
            return Optional.of(found);
        }
        try {
            DescribeSObjectResult[] results =
                    soap.read(type, connection -> connection.describeSObjects(new String[] {Soql.name(type.value())}));
            Known fresh = new Known(Described.schema(type, results[0]), Described.forms(results[0]));
            known.put(type, fresh);
            return Optional.of(fresh);
        } catch (CallFailed e) {
            if (e.failure().code().equals("INVALID_TYPE")) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
