package io.leadloop.language;

import dev.cel.runtime.CelAttributePattern;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelUnknownSet;
import dev.cel.runtime.CelVariableResolver;
import dev.cel.runtime.PartialVars;
import dev.cel.runtime.Program;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.Seen;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A checked program with the fields that it names. */
final class CompiledExpression {

    private final String text;
    private final List<NamedField> fields;
    private final Program program;

    CompiledExpression(String text, List<NamedField> fields, Program program) {
        this.text = text;
        this.fields = List.copyOf(fields);
        this.program = program;
    }

    String text() {
        return text;
    }

    Set<String> reads() {
        Set<String> reads = new TreeSet<>();
        fields.forEach(field -> reads.add(field.name()));
        return reads;
    }

    /** Empty if unknown. */
    Optional<Object> run(Seen seen) {
        Map<String, Object> values = new HashMap<>();
        List<CelAttributePattern> unknown = new ArrayList<>();
        for (NamedField field : fields) {
            Optional<FieldValue> value = seen.field(field.thing(), field.field());
            values.put(
                    field.presence(),
                    value.filter(present -> !present.isBlank()).isPresent());
            Optional<Object> known = value.flatMap(present -> CelValues.toCel(present, field.type()));
            if (known.isPresent()) {
                values.put(field.name(), known.get());
            } else {
                unknown.add(CelAttributePattern.fromQualifiedIdentifier(field.name()));
            }
        }
        try {
            CelVariableResolver resolver = name -> Optional.ofNullable(values.get(name));
            Object result = unknown.isEmpty()
                    ? program.eval(resolver)
                    : program.eval(PartialVars.of(resolver, unknown.toArray(CelAttributePattern[]::new)));
            return result instanceof CelUnknownSet ? Optional.empty() : Optional.of(result);
        } catch (CelEvaluationException e) {
            return Optional.empty();
        }
    }
}
