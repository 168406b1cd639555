package io.leadloop.salesforce.plugin;

import io.leadloop.spi.PartProblem;
import io.leadloop.spi.PluginPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamException;

/** The package: its metadata files as elements, and the parts that they are. */
final class PackageSource {

    private static final String META = "-meta.xml";

    private final SourceTree tree;
    private final List<SourceFile> files = new ArrayList<>();
    private final List<PartProblem> problems = new ArrayList<>();

    PackageSource(SourceTree tree) {
        this.tree = tree;
        tree.files().forEach((path, bytes) -> {
            if (path.endsWith(META)) {
                read(path, bytes);
            } else if (!path.startsWith("lwc/")) {
                problems.add(new PartProblem(path, "This file is no metadata", "Take it out of the package"));
            }
        });
    }

    SourceTree tree() {
        return tree;
    }

    List<SourceFile> files() {
        return List.copyOf(files);
    }

    List<SourceFile> files(PartKind kind) {
        return files.stream().filter(file -> file.kind() == kind).toList();
    }

    Optional<SourceFile> file(PartKind kind, String fullName) {
        return files(kind).stream()
                .filter(file -> file.fullName().equals(fullName))
                .findFirst();
    }

    /** What could not be read, or stands where nothing is known. */
    List<PartProblem> problems() {
        return List.copyOf(problems);
    }

    /** In order of kind and name. */
    List<PluginPart> parts() {
        TreeSet<PluginPart> parts = new TreeSet<>();
        for (SourceFile file : files) {
            if (file.kind() == PartKind.LABEL) {
                file.root().all("labels").forEach(label -> parts.add(new PluginPart("labels", label.get("fullName"))));
            } else {
                parts.add(file.part());
            }
        }
        return List.copyOf(parts);
    }

    private void read(String path, byte[] bytes) {
        try {
            XmlNode root = XmlText.read(bytes);
            place(path, root)
                    .ifPresentOrElse(
                            files::add,
                            () -> problems.add(new PartProblem(
                                    path, "No kind of metadata is kept here", "Put it into the folder of its kind")));
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
            int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNumber();
            problems.add(new PartProblem(
                    path + ":" + line + ":" + column,
                    "This is not well-formed XML",
                    "Close what is open at this place"));
        }
    }

    private static Optional<SourceFile> place(String path, XmlNode root) {
        String[] steps = path.split("/");
        Optional<PartKind> kind = PartKind.ofFolder(steps[0]);
        String last = steps[steps.length - 1].replace(META, "");
        String simple = last.contains(".") ? last.substring(0, last.lastIndexOf('.')) : last;
        if (kind.isEmpty() || steps.length < 2) {
            return Optional.empty();
        }
        if (kind.get() == PartKind.OBJECT) {
            if (steps.length == 3) {
                return Optional.of(new SourceFile(path, PartKind.OBJECT, steps[1], steps[1], root));
            }
            return PartKind.ofFolder(steps[2])
                    .filter(child -> child.isWithinObject() && steps.length == 4)
                    .map(child -> new SourceFile(path, child, steps[1], simple, root));
        }
        if (kind.get() == PartKind.COMPONENT) {
            return Optional.of(new SourceFile(path, PartKind.COMPONENT, "", steps[1], root));
        }
        String within = kind.get().hasFolders() && steps.length == 3 ? steps[1] + "/" : "";
        return Optional.of(new SourceFile(path, kind.get(), "", within + simple, root));
    }
}
