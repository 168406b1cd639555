package io.leadloop.salesforce.sfdx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** An element of a metadata file. */
record Metadata(Element element) {

    static final Path HOME = Path.of("sfdx", "force-app", "main", "default");

    static Metadata read(Path file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return new Metadata(
                    factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement());
        } catch (SAXException | IOException | ParserConfigurationException unreadable) {
            throw new AssertionError(file + " cannot be read", unreadable);
        }
    }

    static Metadata at(String path) {
        return read(HOME.resolve(path));
    }

    /** All files below a folder whose name ends so, in order; none if there is no such folder. */
    static List<Path> files(String folder, String ending) {
        Path from = HOME.resolve(folder);
        if (!Files.isDirectory(from)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(from)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Metadata> all(String folder, String ending) {
        return files(folder, ending).stream().map(Metadata::read).toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Metadata> children(String name) {
        List<Metadata> found = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element each && each.getLocalName().equals(name)) {
                found.add(new Metadata(each));
            }
        }
        return found;
    }

    List<Metadata> below(String name) {
        List<Metadata> found = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element each) {
                if (each.getLocalName().equals(name)) {
                    found.add(new Metadata(each));
                }
                found.addAll(new Metadata(each).below(name));
            }
        }
        return found;
    }

    Optional<Metadata> child(String name) {
        return children(name).stream().findFirst();
    }

    /** Text of the first such child, empty if there is none. */
    String get(String name) {
        return child(name).map(each -> each.element().getTextContent().strip()).orElse("");
    }

    List<String> texts(String name) {
        return children(name).stream()
                .map(each -> each.element().getTextContent().strip())
                .toList();
    }
}
