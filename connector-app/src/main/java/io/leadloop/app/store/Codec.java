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
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import java.util.zip.InflaterOutputStream;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.MutableConfigOverride;
import tools.jackson.databind.json.JsonMapper;

/**
 * A thing as one packed document: the schema's number, then JSON in plain ASCII, or {@code d} and the same deflated when
 * it is long. Programs before the third migration wrote {@code z} and the deflated bytes in Base64. Properties that are
 * unknown are passed over, missing ones are empty, so that a document of an earlier program can be read by a later one.
 */
final class Codec<T> {

    private static final byte SCHEMA = '1';
    private static final byte DEFLATED = 'd';
    private static final byte DEFLATED_TEXT = 'z';
    private static final int LONG = 2_048;
    /** One for each thread: a new one takes and clears a quarter of a megabyte. */
    private static final ThreadLocal<Deflater> FAST =
            ThreadLocal.withInitial(() -> new Deflater(Deflater.BEST_SPEED, true));

    /** Names are ids as often as not: a table of all that were seen would only grow. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .build();

    private static final JsonMapper JSON = JsonMapper.builder(FACTORY)
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

    byte[] pack(T thing) {
        byte[] json = JSON.writeValueAsBytes(thing);
        ByteArrayOutputStream document = new ByteArrayOutputStream(json.length + 2);
        document.write(SCHEMA);
        if (json.length > LONG) {
            document.write(DEFLATED);
            deflate(json, document);
        } else {
            document.writeBytes(json);
        }
        return document.toByteArray();
    }

    T unpack(byte[] document) {
        if (document[0] != SCHEMA) {
            throw new CallFailed(Failure.of(
                    FailureKind.MISCONFIGURED,
                    "STORE_NEWER",
                    "The store was written by a newer LeadLoop; start that version, or restore a backup."));
        }
        return JSON.readValue(json(document), type);
    }

    /** The same document as a text that anybody can read; its bytes are a document again. */
    static String text(byte[] document) {
        return (char) document[0] + json(document);
    }

    private static String json(byte[] document) {
        return switch (document[1]) {
            case DEFLATED -> inflated(document, 2, new Inflater(true));
            case DEFLATED_TEXT ->
                inflated(
                        Base64.getDecoder().decode(Arrays.copyOfRange(document, 2, document.length)),
                        0,
                        new Inflater());
            default -> new String(document, 1, document.length - 1, StandardCharsets.US_ASCII);
        };
    }

    private static void emptyIfMissing(MutableConfigOverride type) {
        type.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
    }

    private static void deflate(byte[] json, ByteArrayOutputStream into) {
        Deflater deflater = FAST.get();
        deflater.reset();
        deflater.setInput(json);
        deflater.finish();
        byte[] some = new byte[LONG];
        while (!deflater.finished()) {
            into.write(some, 0, deflater.deflate(some));
        }
    }

    private static String inflated(byte[] packed, int from, Inflater inflater) {
        ByteArrayOutputStream json = new ByteArrayOutputStream(4 * packed.length);
        try (InflaterOutputStream out = new InflaterOutputStream(json, inflater)) {
            out.write(packed, from, packed.length - from);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            inflater.end();
        }
        return json.toString(StandardCharsets.US_ASCII);
    }
}
