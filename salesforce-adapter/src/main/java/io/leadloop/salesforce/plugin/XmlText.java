package io.leadloop.salesforce.plugin;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Between the text of a metadata file and its elements. */
final class XmlText {

    static final String NAMESPACE = "http://soap.sforce.com/2006/04/metadata";

    private XmlText() {}

    /** Without entities and document types; an element of another namespace has it in its name. */
    static XmlNode read(byte[] bytes) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
        try {
            reader.nextTag();
            XmlNode root = element(reader);
            while (reader.hasNext()) {
                reader.next();
            }
            return root;
        } finally {
            reader.close();
        }
    }

    private static XmlNode element(XMLStreamReader reader) throws XMLStreamException {
        String namespace = reader.getNamespaceURI();
        String name =
                NAMESPACE.equals(namespace) ? reader.getLocalName() : "{" + namespace + "}" + reader.getLocalName();
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        Location at = reader.getLocation();
        int line = at.getLineNumber();
        int column = at.getColumnNumber();
        StringBuilder text = new StringBuilder();
        List<XmlNode> children = new ArrayList<>();
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            if (reader.isStartElement()) {
                children.add(element(reader));
            } else if (reader.isCharacters()) {
                text.append(reader.getText());
            }
        }
        return new XmlNode(name, attributes, text.toString().strip(), line, column, children);
    }

    /** As a whole file; the namespace stands at its root. */
    static String write(XmlNode root) {
        StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        write(root, text, "", " xmlns=\"" + NAMESPACE + "\"");
        return text.toString();
    }

    private static void write(XmlNode node, StringBuilder into, String indent, String more) {
        into.append(indent).append('<').append(node.name()).append(more);
        node.attributes()
                .forEach((name, value) -> into.append(' ')
                        .append(name)
                        .append("=\"")
                        .append(escaped(value))
                        .append('"'));
        if (node.children().isEmpty() && node.text().isEmpty()) {
            into.append("/>\n");
            return;
        }
        into.append('>').append(escaped(node.text()));
        if (!node.children().isEmpty()) {
            into.append('\n');
            node.children().forEach(child -> write(child, into, indent + "    ", ""));
            into.append(indent);
        }
        into.append("</").append(node.name()).append(">\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
