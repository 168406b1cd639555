package io.leadloop.mapping;

import io.leadloop.language.Location;
import io.leadloop.language.Problems;
import io.leadloop.language.Source;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeSet;

/** The hash of a folder's names and texts. */
final class Revision {

    private Revision() {}

    static String of(Source source, Problems problems) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : new TreeSet<>(source.names())) {
                digest.update((name + "\n" + text(source, name, problems) + "\0").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String text(Source source, String name, Problems problems) {
        StringWriter text = new StringWriter();
        try (Reader reader = source.open(name)) {
            reader.transferTo(text);
        } catch (IOException e) {
            problems.add("The file cannot be read", Location.start(name), "Check that it exists and may be read");
        }
        return text.toString().replace("\r\n", "\n");
    }
}
