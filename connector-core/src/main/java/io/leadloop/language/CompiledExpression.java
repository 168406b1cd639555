package io.leadloop.language;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelUnknownSet;
import dev.cel.runtime.Program;
import io.leadloop.canonical.Seen;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** A checked program with the fields that it names. */
final class CompiledExpression {

    private final String text;
    private final Set<String> reads = new TreeSet<>();
    private final Map<String, Function<Seen, Object>> variables = new HashMap<>();
    private final Program program;

    CompiledExpression(String text, List<NamedField> fields, Program program) {
        this.text = text;
        this.program = program;
        for (NamedField field : fields) {
            reads.add(field.name());
            variables.put(field.name(), field::value);
            variables.put(field.presence(), field::isFilled);
        }
    }

    String text() {
        return text;
    }

    Set<String> reads() {
        return Collections.unmodifiableSet(reads);
    }

    /** Empty if unknown. */
    Optional<Object> run(Seen seen) {
        try {
            Object result = program.eval(
                    name -> Optional.ofNullable(variables.get(name)).map(variable -> variable.apply(seen)));
            return result instanceof CelUnknownSet ? Optional.empty() : Optional.of(result);
        } catch (CelEvaluationException e) {
            return Optional.empty();
        }
    }
}
