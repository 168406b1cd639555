package io.leadloop.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files belong to marketing operations: there is no program among them. */
class FloorPlanTest {

    @Test
    void theModuleHasNoProgramOfItsOwn() {
        assertThat(Path.of("src", "main")).doesNotExist();
    }

    @Test
    void everyFileThatIsShippedIsAMappingATableADefinitionOrASchema() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("target", "classes", "leadloop"))) {
            List<String> others = files.filter(Files::isRegularFile)
                    .map(Path::toString)
                    .filter(name -> !name.endsWith(".yaml") && !name.endsWith(".schema.json"))
                    .toList();

            assertThat(others).isEmpty();
        }
    }

    @Test
    void besideItsCasesNoFileHoldsAnAddressOrARecordsId() throws IOException {
        for (String name : ShippedFiles.here().names()) {
            String text = Files.readString(Path.of(name)).split("\ncases:", 2)[0];

            assertThat(text)
                    .as(name)
                    .doesNotContainPattern("https?://[a-z]|@[a-z]+\\.(com|net|org)|00[A-Za-z0-9]{13,16}\\b");
        }
    }
}
