package io.leadloop;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rooms of this module in their order, the rooms that each may know. */
final class FloorPlan {

    private static final String ROOT = "io.leadloop.";
    private static final Path SOURCES = Path.of("src", "main", "java", "io", "leadloop");
    private static final Pattern QUESTION = Pattern.compile("/\\*\\*\\s*\\*?\\s*(.*?[?.])", Pattern.DOTALL);

    private static final Map<String, Set<String>> MAY_KNOW = new LinkedHashMap<>();
    private static final List<String> BECAUSE = new ArrayList<>();

    static {
        room("canonical", "");
        room("failure", "");
        room("language", "canonical failure");
        room("state", "canonical");
        room("spi", "canonical failure");
        room("intake", "canonical failure state spi");
        room("mapping", "canonical failure language spi");
        room("identity", "canonical state");
        room("merge", "canonical state");
        room("lifecycle", "canonical");
        room("definition", "canonical language");
        room("feedback", "canonical language lifecycle");
        room("review", "canonical failure state");
        room("attribution", "canonical");
        room("policy", "canonical merge lifecycle");
        room("plan", "canonical state spi mapping merge policy");
        also("plan", "language", "what is planned names the file and line of its rule");
        room("ledger", "canonical failure state spi intake merge review plan");
        room("delivery", "canonical failure state spi intake policy plan ledger");
        room("pipeline", String.join(" ", MAY_KNOW.keySet()));
        room("reconcile", String.join(" ", MAY_KNOW.keySet()));
        room("insight", "canonical lifecycle definition feedback attribution ledger");
        room("store.memory", "canonical failure state intake review ledger");
    }

    final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.leadloop");

    private static void room(String name, String others) {
        MAY_KNOW.put(name, others.isEmpty() ? Set.of() : new LinkedHashSet<>(List.of(others.split(" "))));
    }

    private static void also(String name, String other, String because) {
        MAY_KNOW.getOrDefault(name, Set.of()).add(other);
        BECAUSE.add("- " + name + " knows " + other + ": " + because + ".");
    }

    static Map<String, Set<String>> mayKnow() {
        return MAY_KNOW;
    }

    static String room(JavaClass type) {
        return type.getPackageName().substring(ROOT.length());
    }

    /** Every dependency of one room on another one, as a sentence, that the table does not allow. */
    List<String> trespasses() {
        return classes.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(FloorPlan::crosses)
                .filter(dependency -> !MAY_KNOW.getOrDefault(room(dependency.getOriginClass()), Set.of())
                        .contains(room(dependency.getTargetClass())))
                .map(Dependency::getDescription)
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean crosses(Dependency dependency) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        return target.getPackageName().startsWith(ROOT) && !room(target).equals(room(dependency.getOriginClass()));
    }

    /** The rooms with their questions and the rooms that they may know, as a page. */
    String picture() throws IOException {
        StringBuilder page = new StringBuilder("# The floor plan of connector-core\n\n")
                .append("Data moves down the list, imports point up; `FloorPlanTest` holds the code to it.\n\n")
                .append("| room | the question it answers | may know |\n|---|---|---|\n");
        for (String room : MAY_KNOW.keySet()) {
            Set<String> others = MAY_KNOW.getOrDefault(room, Set.of());
            String known = others.isEmpty() ? "-" : String.join(", ", others);
            page.append("| " + room + " | " + question(room) + " | " + known + " |\n");
        }
        return page.append("\nBeside the plan:\n\n")
                .append(String.join("\n", BECAUSE))
                .append("\n")
                .toString();
    }

    static String question(String room) throws IOException {
        Path info = SOURCES.resolve(room.replace('.', '/')).resolve("package-info.java");
        if (!Files.exists(info)) {
            return "(not built yet)";
        }
        Matcher question = QUESTION.matcher(Files.readString(info));
        return question.find() ? question.group(1).replaceAll("\\s*\\n\\s*\\*\\s*", " ") : "";
    }
}
