package io.leadloop.salesforce.plugin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A deployment: files at the root of a zip, as they are for {@code singlePackage}. The same content gives the same bytes. */
final class PackageZip {

    /** A zip keeps no earlier year. */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Map<String, byte[]> files = new TreeMap<>();

    /** All of the package. */
    static PackageZip of(PackageSource source) {
        PackageZip zip = new PackageZip();
        Map<String, List<SourceFile>> objects = new TreeMap<>();
        for (SourceFile file : source.files()) {
            if (file.kind() == PartKind.OBJECT || file.kind().isWithinObject()) {
                objects.computeIfAbsent(file.object(), unused -> new ArrayList<>())
                        .add(file);
            } else if (file.kind() != PartKind.COMPONENT) {
                zip.put(deployed(file), source.tree().text(file.path()));
            }
        }
        objects.forEach((name, parts) -> zip.put("objects/" + name + ".object", object(parts)));
        source.tree().files().forEach((path, bytes) -> {
            if (path.startsWith("lwc/")) {
                zip.files.put(path, bytes);
            }
        });
        zip.put("package.xml", manifest(members(source)));
        return zip;
    }

    /**
     * Takes away, after what comes with it.
     *
     * @param coming by metadata type, and so is {@code gone}
     */
    static PackageZip removing(Map<String, TreeSet<String>> coming, Map<String, TreeSet<String>> gone) {
        PackageZip zip = new PackageZip();
        zip.put("package.xml", manifest(coming));
        zip.put("destructiveChangesPost.xml", manifest(gone));
        return zip;
    }

    PackageZip also(String path, String text) {
        put(path, text);
        return this;
    }

    Map<String, byte[]> files() {
        return files;
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(ALWAYS);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Map<String, TreeSet<String>> members(PackageSource source) {
        Map<String, TreeSet<String>> members = new TreeMap<>();
        source.parts()
                .forEach(part -> members.computeIfAbsent(
                                PartKind.ofFolder(part.kind()).orElseThrow().type(), unused -> new TreeSet<>())
                        .add(part.name()));
        return members;
    }

    private void put(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A folder of reports keeps its ending and has no suffix of its own. */
    private static String deployed(SourceFile file) {
        String plain = file.path().substring(0, file.path().length() - "-meta.xml".length());
        return plain.endsWith("Folder") ? plain.substring(0, plain.lastIndexOf('.')) + "-meta.xml" : plain;
    }

    private static String object(List<SourceFile> parts) {
        List<XmlNode> children = new ArrayList<>();
        for (SourceFile part : parts) {
            if (part.kind() == PartKind.OBJECT) {
                children.addAll(part.root().children());
            } else {
                XmlNode root = part.root();
                children.add(
                        new XmlNode(part.kind().folder(), Map.of(), "", root.line(), root.column(), root.children()));
            }
        }
        children.sort(Comparator.comparing(XmlNode::name));
        return XmlText.write(new XmlNode("CustomObject", Map.of(), "", 1, 1, children));
    }

    static String manifest(Map<String, TreeSet<String>> members) {
        StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Package xmlns=\"")
                .append(XmlText.NAMESPACE)
                .append("\">\n");
        members.forEach((type, names) -> {
            text.append("    <types>\n");
            names.forEach(name -> text.append("        <members>").append(name).append("</members>\n"));
            text.append("        <name>").append(type).append("</name>\n    </types>\n");
        });
        return text.append("    <version>")
                .append(SalesforceRest.VERSION)
                .append("</version>\n</Package>\n")
                .toString();
    }
}
