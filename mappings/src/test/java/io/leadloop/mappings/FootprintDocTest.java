package io.leadloop.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.language.Problems;
import io.leadloop.language.YamlFile;
import io.leadloop.language.YamlNode;
import io.leadloop.language.YamlTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FootprintDocTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "footprint.md");
    private static final Pattern FIRST_CELL = Pattern.compile("(?m)^\\| `(\\w+)` \\|");
    private static final Pattern OBJECT = Pattern.compile("(?m)^### `(\\w+)`");
    private static final Pattern PART = Pattern.compile("(?m)^\\| (\\w+) \\| `([^`]+)` \\|");
    private static final Pattern WORD = Pattern.compile("([\\w-]+)");

    private final Problems problems = new Problems();
    private final YamlTable footprint =
            YamlFile.read(ShippedFiles.here(), "footprint.yaml", problems).orElseThrow();

    @Test
    void theDocumentListsTheObjectsThatWeAdd() throws IOException {
        assertThat(found(OBJECT, document())).containsExactlyElementsOf(names(objects()));
    }

    @Test
    void theDocumentListsEveryFieldThatWeAddInOrderAndNoOther() throws IOException {
        List<String> expected = new ArrayList<>();
        objects().forEach(object -> expected.addAll(names(object.tables("fields", problems))));
        YamlTable salesforce = footprint.table("salesforce", problems);
        expected.addAll(names(salesforce.table("fields", problems).tables("list", problems)));
        expected.addAll(names(footprint.table("hubspot", problems).tables("contact", problems)));

        assertThat(found(FIRST_CELL, document())).containsExactlyElementsOf(expected);
    }

    @Test
    void theDocumentListsEveryOtherPartOfTheSalesforcePackage() throws IOException {
        YamlTable salesforce = footprint.table("salesforce", problems);
        List<String> expected = Stream.of("package", "optional")
                .flatMap(parts -> salesforce.tables(parts, problems).stream())
                .map(part -> part.required("folder", problems) + " " + part.required("name", problems))
                .toList();

        assertThat(PART.matcher(document()).results().map(hit -> hit.group(1) + " " + hit.group(2)))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void theDocumentListsEveryRightWithItsUse() throws IOException {
        List<String> expected = new ArrayList<>();
        footprint
                .table("salesforce", problems)
                .table("rights", problems)
                .entries()
                .forEach(set -> {
                    if (set.value() instanceof YamlNode.Items rights) {
                        for (YamlNode each : rights.items()) {
                            YamlTable right = (YamlTable) each;
                            expected.add("| %s | %s | %s | %s |"
                                    .formatted(
                                            set.key(),
                                            right.required("object", problems),
                                            String.join(
                                                    ", ",
                                                    right.texts("may", problems).stream()
                                                            .map(YamlNode.Scalar::text)
                                                            .toList()),
                                            right.required("use", problems)));
                        }
                    }
                });

        assertThat(document().lines()).containsAll(expected);
        assertThat(expected).isNotEmpty();
    }

    @Test
    void theDocumentListsEveryStateReasonAndGroup() throws IOException {
        String values = document().substring(document().indexOf("## Values"));
        YamlTable lists = footprint.table("values", problems);
        for (String list : List.of("states", "reasons", "reason-groups")) {
            assertThat(found(WORD, values))
                    .as(list)
                    .containsAll(lists.texts(list, problems).stream()
                            .map(YamlNode.Scalar::text)
                            .toList());
        }
    }

    private List<YamlTable> objects() {
        return footprint.table("salesforce", problems).tables("objects", problems);
    }

    private List<String> names(List<YamlTable> things) {
        return things.stream().map(thing -> thing.required("name", problems)).toList();
    }

    private static String document() throws IOException {
        return Files.readString(DOCUMENT);
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(hit -> hit.group(1)).toList();
    }
}
