package io.leadloop.app.store;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.ReasonCode;
import io.leadloop.canonical.RecordRef;
import io.leadloop.state.Agreed;
import io.leadloop.state.Fact;
import io.leadloop.state.Slot;
import java.time.Instant;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Our small values in a document: one word each. */
final class ValueModule {

    private ValueModule() {}

    static SimpleModule create() {
        SimpleModule module = new SimpleModule("values");
        word(module, AggregateId.class, AggregateId::toString, Words::aggregate);
        word(module, RecordRef.class, RecordRef::toString, Words::ref);
        word(module, Slot.class, Words::of, Words::slot);
        word(module, ConnectionId.class, ConnectionId::value, Words::connection);
        word(module, ObjectType.class, ObjectType::value, Words::type);
        word(module, FieldName.class, FieldName::value, Words::field);
        word(module, ReasonCode.class, ReasonCode::value, ReasonCode::new);
        module.addSerializer(Instant.class, new StdSerializer<Instant>(Instant.class) {
            @Override
            public void serialize(Instant value, JsonGenerator out, SerializationContext context) {
                Times.write(out, value);
            }
        });
        module.addDeserializer(Instant.class, new StdDeserializer<Instant>(Instant.class) {
            @Override
            public Instant deserialize(JsonParser in, DeserializationContext context) {
                return Times.read(in);
            }
        });
        module.addSerializer(FieldValue.class, new FieldValueWriter());
        module.addDeserializer(FieldValue.class, new FieldValueReader());
        module.addSerializer(Agreed.class, new AgreedWriter());
        module.addDeserializer(Agreed.class, new AgreedReader());
        module.addSerializer(Fact.class, new FactWriter());
        module.addDeserializer(Fact.class, new FactReader());
        return module;
    }

    private static <T> void word(
            SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
        module.addSerializer(type, new StdSerializer<T>(type) {
            @Override
            public void serialize(T value, JsonGenerator out, SerializationContext context) {
                out.writeString(write.apply(value));
            }
        });
        module.addKeySerializer(type, new StdSerializer<T>(type) {
            @Override
            public void serialize(T value, JsonGenerator out, SerializationContext context) {
                out.writeName(write.apply(value));
            }
        });
        module.addDeserializer(type, new StdDeserializer<T>(type) {
            @Override
            public T deserialize(JsonParser in, DeserializationContext context) {
                return read.apply(in.getString());
            }
        });
        module.addKeyDeserializer(type, new KeyDeserializer() {
            @Override
            public Object deserializeKey(String key, DeserializationContext context) {
                return read.apply(key);
            }
        });
    }
}
