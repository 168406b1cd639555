package io.leadloop.language;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one file as YAML 1.2: {@code NO}, {@code on} and {@code 012} stay text, a key written twice is a problem. At most
 * 20 aliases of tables, 20,000 parts and a million characters, so that no file can eat the memory.
 */
public final class YamlFile {

    private static final int MOST_CHARACTERS = 1_000_000;
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setMaxAliasesForCollections(20)
            .setAllowRecursiveKeys(false)
            .setCodePointLimit(MOST_CHARACTERS)
            .build();

    private YamlFile() {}

    /** The file of this name in the source as a table; empty if it cannot be read, which is noted. */
    public static Optional<YamlTable> read(Source source, String name, Problems problems) {
        try (Reader reader = source.open(name)) {
            return read(name, reader, problems);
        } catch (IOException e) {
            problems.add("The file cannot be read", Location.start(name), "Check that it exists and may be read");
            return Optional.empty();
        }
    }

    /** As {@link #read(Source, String, Problems)}, from an open reader. */
    public static Optional<YamlTable> read(String name, Reader reader, Problems problems) throws IOException {
        StringWriter text = new StringWriter();
        reader.transferTo(text);
        try {
            Optional<org.snakeyaml.engine.v2.nodes.Node> root = new Compose(SETTINGS).composeString(text.toString());
            if (root.isEmpty()) {
                problems.add("The file is empty", Location.start(name), "Write it, or remove the file");
                return Optional.empty();
            }
            YamlNode tree = new YamlTree(name, problems).node(root.get());
            if (tree instanceof YamlTable table) {
                return Optional.of(table);
            }
            problems.add("The file holds " + tree.form(), tree.where(), "Write 'key: value' lines");
            return Optional.empty();
        } catch (MarkedYamlEngineException e) {
            problems.add("This is not YAML: " + e.getProblem(), YamlTree.place(name, e.getProblemMark()), fix(e));
            return Optional.empty();
        } catch (YamlEngineException e) {
            problems.add("This is not YAML that we read", Location.start(name), "Remove aliases, or split the file");
            return Optional.empty();
        }
    }

    private static String fix(MarkedYamlEngineException e) {
        return String.valueOf(e.getProblem()).contains("'\\t'")
                ? "Indent with spaces, not with tabs"
                : "Check brackets, quotes and the indentation of this line and the one before";
    }
}
