package io.leadloop.app.store;

import io.leadloop.state.Agreed;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * {@code [value, at]}, then, where they are not all false, the flags ours 1, stopped 2 and replaced 4; with the last of
 * them the fingerprint of what was replaced, then a declined value if there is one.
 */
final class AgreedWriter extends StdSerializer<Agreed> {

    static final int OURS = 1;
    static final int STOPPED = 2;
    static final int REPLACED = 4;

    private final FieldValueWriter values = new FieldValueWriter();

    AgreedWriter() {
        super(Agreed.class);
    }

    @Override
    public void serialize(Agreed agreed, JsonGenerator out, SerializationContext context) {
        int flags =
                (agreed.ours() ? OURS : 0) + (agreed.stopped() ? STOPPED : 0) + (agreed.replaced() != 0 ? REPLACED : 0);
        out.writeStartArray();
        values.serialize(agreed.value(), out, context);
        Times.write(out, agreed.at());
        if (flags != 0 || agreed.declined().isPresent()) {
            out.writeNumber(flags);
        }
        if (agreed.replaced() != 0) {
            out.writeNumber(agreed.replaced());
        }
        agreed.declined().ifPresent(declined -> values.serialize(declined, out, context));
        out.writeEndArray();
    }
}
