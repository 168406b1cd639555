package io.leadloop.language;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A folder of files, wherever it lies. Names use {@code /} and are relative to it. */
public interface Source {

    /** The YAML files, sorted by name. */
    List<String> names();

    /** A reader at the beginning of the file; the caller closes it. */
    Reader open(String name) throws IOException;

    /** Files that are held in memory. */
    static Source of(Map<String, String> texts) {
        Map<String, String> copy = Map.copyOf(texts);
        return new Source() {
            @Override
            public List<String> names() {
                return List.copyOf(new TreeSet<>(copy.keySet()));
            }

            @Override
            public Reader open(String name) throws IOException {
                String text = copy.get(name);
                if (text == null) {
                    throw new IOException("no file " + name);
                }
                return new StringReader(text);
            }
        };
    }
}
