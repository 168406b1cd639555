package io.leadloop.language;

import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.Seen;
import java.util.Optional;
import java.util.Set;

/** A compiled expression that gives a value. May be used by several threads. */
public final class Expression {

    private final CompiledExpression compiled;

    Expression(CompiledExpression compiled) {
        this.compiled = compiled;
    }

    /** Empty if the value rests on a field that is absent, or cannot be computed; never throws. */
    public Optional<FieldValue> value(Seen seen) {
        return compiled.run(seen).flatMap(CelValues::fromCel);
    }

    public String text() {
        return compiled.text();
    }

    /** The fields that it names, such as {@code person.email}; also those within {@code has()}. */
    public Set<String> reads() {
        return compiled.reads();
    }

    @Override
    public String toString() {
        return compiled.text();
    }
}
