package io.leadloop.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Turns the parser's graph into a tree of ours; counts parts, so that aliases cannot blow it up. */
final class YamlTree {

    private static final int MOST_PARTS = 20_000;

    private final String file;
    private final Problems problems;
    private int parts;

    YamlTree(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    YamlNode node(Node node) {
        if (++parts > MOST_PARTS || node.isRecursive()) {
            throw new YamlEngineException("too many parts");
        }
        Location where = place(file, node.getStartMark());
        if (node instanceof ScalarNode scalar) {
            return scalar(scalar, where);
        }
        if (node instanceof SequenceNode sequence) {
            return new YamlNode.Items(
                    sequence.getValue().stream().map(this::node).toList(), where);
        }
        return table((MappingNode) node, where);
    }

    private static YamlNode.Scalar scalar(ScalarNode node, Location where) {
        ScalarStyle style = node.getScalarStyle();
        boolean quoted = style == ScalarStyle.SINGLE_QUOTED || style == ScalarStyle.DOUBLE_QUOTED;
        boolean nothing = node.isPlain()
                && (node.getValue().equals("~") || node.getValue().equals("null"));
        return new YamlNode.Scalar(
                nothing ? "" : node.getValue(),
                where,
                quoted ? new Location(where.file(), where.line(), where.column() + 1) : where,
                style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED);
    }

    private YamlTable table(MappingNode node, Location where) {
        List<YamlTable.Entry> entries = new ArrayList<>();
        Map<String, Location> seen = new HashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            Location at = place(file, tuple.getKeyNode().getStartMark());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.add("A key is a list or a table", at, "Write a plain text before the colon");
                continue;
            }
            Location first = seen.putIfAbsent(key.getValue(), at);
            if (first == null) {
                entries.add(new YamlTable.Entry(key.getValue(), at, node(tuple.getValueNode())));
            } else {
                problems.add(
                        "The key '" + key.getValue() + "' is written twice, first at line " + first.line(),
                        at,
                        "Remove one of the two");
            }
        }
        return new YamlTable(entries, where);
    }

    static Location place(String file, Optional<Mark> mark) {
        return mark.map(at -> new Location(file, at.getLine() + 1, at.getColumn() + 1))
                .orElse(Location.start(file));
    }
}
