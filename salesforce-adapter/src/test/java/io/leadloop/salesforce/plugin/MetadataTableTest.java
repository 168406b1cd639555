package io.leadloop.salesforce.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.fixtures.wire.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Our short table says what the vendor's WSDL says, where that is at hand. */
class MetadataTableTest {

    private static final Path FILE = Path.of("src", "main", "resources", "leadloop", "salesforce", "metadata-65.0.txt");

    @Test
    void everyLineIsAsTheVendorHasIt() throws IOException, SAXException, ParserConfigurationException {
        Optional<Path> schema = SharedFolder.find("data/salesforce/xsd/metadata.xsd");
        Assumptions.assumeTrue(schema.isPresent(), "Salesforce's metadata schema is not here");
        Map<String, Element> types = new TreeMap<>();
        Map<String, Element> words = new TreeMap<>();
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Element root = factory.newDocumentBuilder()
                .parse(schema.orElseThrow().toFile())
                .getDocumentElement();
        for (Element child : children(root)) {
            if (child.getLocalName().equals("complexType")) {
                types.put(child.getAttribute("name"), child);
            } else if (child.getLocalName().equals("simpleType")) {
                words.put(child.getAttribute("name"), child);
            }
        }
        List<String> wrong = new ArrayList<>();
        for (String line : Files.readAllLines(FILE)) {
            if (line.startsWith("#")) {
                continue;
            }
            String name = line.replaceFirst("( =|:) .*", "");
            String expected = line.contains(" = ")
                    ? name + " = " + String.join(" | ", enumeration(words.get(name)))
                    : name + ": " + String.join(", ", elements(types, name).values());
            if (!expected.equals(line)) {
                wrong.add(line + "\n  is " + expected);
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void itKnowsTheTypesOfThePackage() {
        MetadataTable table = MetadataTable.shipped();

        assertThat(table.type("CustomField").orElseThrow()).containsKey("valueSet");
        assertThat(table.words("FieldType").orElseThrow()).contains("LongTextArea");
        assertThat(new PackageSource(SourceTree.shipped()).files())
                .allMatch(file -> table.type(file.root().name()).isPresent());
    }

    private static Map<String, String> elements(Map<String, Element> types, String name) {
        Map<String, String> all = new LinkedHashMap<>();
        for (Element part : below(types.get(name), "extension")) {
            String base = part.getAttribute("base").replaceFirst(".*:", "");
            if (types.containsKey(base)) {
                all.putAll(elements(types, base));
            }
        }
        for (Element element : below(types.get(name), "element")) {
            boolean optional = element.getAttribute("minOccurs").equals("0");
            boolean many = element.getAttribute("maxOccurs").equals("unbounded");
            String often = many ? optional ? "*" : "+" : optional ? "?" : "!";
            all.put(
                    element.getAttribute("name"),
                    element.getAttribute("name") + " "
                            + element.getAttribute("type").replaceFirst(".*:", "") + often);
        }
        return all;
    }

    private static List<String> enumeration(@Nullable Element type) {
        return below(type, "enumeration").stream()
                .map(each -> each.getAttribute("value"))
                .toList();
    }

    private static List<Element> below(@Nullable Element from, String name) {
        List<Element> found = new ArrayList<>();
        if (from != null) {
            NodeList all = from.getElementsByTagNameNS("*", name);
            for (int i = 0; i < all.getLength(); i++) {
                found.add((Element) all.item(i));
            }
        }
        return found;
    }

    private static List<Element> children(Element parent) {
        List<Element> found = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element each) {
                found.add(each);
            }
        }
        return found;
    }
}
