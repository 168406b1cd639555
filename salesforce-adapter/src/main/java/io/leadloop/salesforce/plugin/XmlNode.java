package io.leadloop.salesforce.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element of a metadata file.
 *
 * @param text its own, without that of its children, stripped
 * @param line from 1, where its start tag ends
 */
record XmlNode(String name, Map<String, String> attributes, String text, int line, int column, List<XmlNode> children) {

    XmlNode {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    List<XmlNode> all(String child) {
        return children.stream().filter(each -> each.name.equals(child)).toList();
    }

    Optional<XmlNode> first(String child) {
        return children.stream().filter(each -> each.name.equals(child)).findFirst();
    }

    /** The text of the first such child; empty if there is none. */
    String get(String child) {
        return first(child).map(XmlNode::text).orElse("");
    }

    boolean is(String child) {
        return get(child).equals("true");
    }

    /** All elements below of that name, at any depth. */
    Stream<XmlNode> below(String child) {
        return children.stream()
                .flatMap(each ->
                        Stream.concat(each.name.equals(child) ? Stream.of(each) : Stream.empty(), each.below(child)));
    }

    XmlNode with(List<XmlNode> others) {
        return new XmlNode(name, attributes, text, line, column, others);
    }

    XmlNode text(String other) {
        return new XmlNode(name, attributes, other, line, column, children);
    }

    /** The same with the text of the first such child replaced; unchanged if there is none. */
    XmlNode set(String child, String other) {
        List<XmlNode> changed = new ArrayList<>();
        boolean done = false;
        for (XmlNode each : children) {
            changed.add(!done && each.name.equals(child) ? each.text(other) : each);
            done |= each.name.equals(child);
        }
        return with(changed);
    }
}
