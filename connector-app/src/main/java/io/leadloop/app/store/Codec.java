package io.leadloop.app.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.leadloop.canonical.FieldValue;
import io.leadloop.failure.CallFailed;
import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterOutputStream;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.MutableConfigOverride;
import tools.jackson.databind.json.JsonMapper;

/**
 * A thing as one packed document: the schema's number, then JSON in plain ASCII, or {@code z} and the same deflated when
 * it is long. Properties that are unknown are passed over, missing ones are empty, so that a document of an earlier
 * program can be read by a later one.
 */
final class Codec<T> {

    private static final char SCHEMA = '1';
    private static final int LONG = 2_048;
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(ValueModule.create())
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultVisibility(visible -> visible.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
            .changeDefaultPropertyInclusion(include -> include.withValueInclusion(JsonInclude.Include.NON_EMPTY))
            .withConfigOverride(String.class, Codec::emptyIfMissing)
            .withConfigOverride(List.class, Codec::emptyIfMissing)
            .withConfigOverride(Map.class, Codec::emptyIfMissing)
            .withConfigOverride(Optional.class, Codec::emptyIfMissing)
            .withConfigOverride(FieldValue.class, Codec::emptyIfMissing)
            .build();

    private final Class<T> type;

    Codec(Class<T> type) {
        this.type = type;
    }

    String pack(T thing) {
        String json = JSON.writeValueAsString(thing);
        return SCHEMA + (json.length() > LONG ? "z" + deflated(json) : json);
    }

    T unpack(String document) {
        if (document.charAt(0) != SCHEMA) {
            throw new CallFailed(Failure.of(
                    FailureKind.MISCONFIGURED,
                    "STORE_NEWER",
                    "The store was written by a newer LeadLoop; start that version, or restore a backup."));
        }
        return JSON.readValue(
                document.charAt(1) == 'z' ? inflated(document.substring(2)) : document.substring(1), type);
    }

    private static void emptyIfMissing(MutableConfigOverride type) {
        type.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
    }

    private static String deflated(String json) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, fast)) {
            out.write(json.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            fast.end();
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static String inflated(String packed) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InflaterOutputStream out = new InflaterOutputStream(bytes)) {
            out.write(Base64.getDecoder().decode(packed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.US_ASCII);
    }
}
