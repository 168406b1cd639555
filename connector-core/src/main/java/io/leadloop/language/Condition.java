package io.leadloop.language;

import io.leadloop.canonical.Seen;
import io.leadloop.canonical.Truth;
import java.util.Set;

/** A compiled yes-or-no expression. May be used by several threads. */
public final class Condition {

    private final CompiledExpression compiled;

    Condition(CompiledExpression compiled) {
        this.compiled = compiled;
    }

    /** UNKNOWN if the answer rests on a field that is absent, or cannot be computed; never throws. */
    public Truth test(Seen seen) {
        return compiled.run(seen)
                .map(value -> value instanceof Boolean yes ? Truth.of(yes) : Truth.UNKNOWN)
                .orElse(Truth.UNKNOWN);
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
