package io.leadloop.salesforce;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;

/** Reads an answer whole, but never more than a bound of unpacked bytes, whatever the packed size was. */
final class BoundedAnswer {

    /** A SOAP message is at most 50 MB (salesforce.md 6). */
    static final int MOST_BYTES = 64 << 20;

    private BoundedAnswer() {}

    static WireAnswer read(ClassicHttpResponse response) throws IOException {
        return new WireAnswer(
                response.getCode(), mediaType(response), retryAfter(response), body(response.getEntity(), MOST_BYTES));
    }

    static byte[] body(@org.jspecify.annotations.Nullable HttpEntity entity, int most) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        try (InputStream content = entity.getContent()) {
            byte[] bytes = content.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new IOException("the answer is larger than " + most + " bytes");
            }
            return bytes;
        }
    }

    private static String mediaType(ClassicHttpResponse response) {
        Header header = response.getFirstHeader("Content-Type");
        String value = header == null || header.getValue() == null ? "" : header.getValue();
        int end = value.indexOf(';');
        return (end < 0 ? value : value.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    private static Optional<Duration> retryAfter(ClassicHttpResponse response) {
        Header header = response.getFirstHeader("Retry-After");
        String value = header == null || header.getValue() == null
                ? ""
                : header.getValue().strip();
        return value.matches("\\d{1,6}") ? Optional.of(Duration.ofSeconds(Long.parseLong(value))) : Optional.empty();
    }
}
