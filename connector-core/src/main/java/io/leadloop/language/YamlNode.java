package io.leadloop.language;

import java.util.List;

/** A part of a YAML file, with its place. */
public sealed interface YamlNode permits YamlNode.Scalar, YamlNode.Items, YamlTable {

    Location where();

    /** In words, for messages. */
    String form();

    /**
     * Text as it stands in the file: nothing is turned into a number, a date or a truth value.
     *
     * @param text empty if nothing stands there
     * @param textStart where the first character of the text stands, behind an opening quote
     * @param block whether it is a block of lines that begin with {@code |} or {@code >}
     */
    record Scalar(String text, Location where, Location textStart, boolean block) implements YamlNode {

        @Override
        public String form() {
            return "a text";
        }

        /** The place of a character of the text; line from 1, column from 0. */
        public Location at(int line, int column) {
            if (block) {
                return new Location(where.file(), where.line() + line, column + 1);
            }
            return line == 1
                    ? new Location(where.file(), textStart.line(), textStart.column() + column)
                    : new Location(where.file(), textStart.line() + line - 1, column + 1);
        }
    }

    /** A list. */
    record Items(List<YamlNode> items, Location where) implements YamlNode {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String form() {
            return "a list";
        }
    }
}
