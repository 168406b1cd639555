package io.leadloop.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.leadloop.language.InvalidFiles;
import io.leadloop.language.Problem;
import io.leadloop.mapping.MappingSet;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PlantedMistakesTest {

    @Test
    void tenMistakesAreReportedAtOnceEachWithItsPlaceAndItsRepair() {
        InvalidFiles invalid = catchThrowableOfType(
                InvalidFiles.class,
                () -> MappingSet.compile(new ShippedFiles(
                        Path.of("src/test/resources/ten-mistakes").toAbsolutePath())));
        assertThat(invalid.problems().stream().map(Problem::toString))
                .containsExactly(
                        "hubspot.yaml:7:5: The expressions go in a circle: seniority, persona and again seniority. Compute one of them from vendor fields instead",
                        "person.yaml:5:3: Nobody says who wins 'jobTitle', which is read at salesforce.yaml:10:5 and written at salesforce.yaml:10:5. Add 'jobTitle: newest' or another rule under 'rules:'",
                        "person.yaml:14:3: The key 'email' is written twice, first at line 12. Remove one of the two",
                        "salesforce.yaml:7:41: The expression names 'person.emial', which does not exist. Write 'person.email'",
                        "salesforce.yaml:9:62: 'bth' is none of in, out, both. Write 'both'",
                        "salesforce.yaml:11:15: 'jobTitel' is no field of person. Write 'jobTitle'",
                        "salesforce.yaml:12:60: A target can only narrow the row's direction. Remove it, or write 'direction: both' in the row",
                        "salesforce.yaml:14:5: Two rows write Lead.Title, the other is at salesforce.yaml:10:5. Write 'direction: in' in one of them, or remove it",
                        "salesforce.yaml:15:66: There is no value table 'lead-status'. Add a file with 'values: lead-status'",
                        "status.yaml:5:10: 'Norway' of Country would be read as NO and as 012. Add 'lossy: Country' to this row if it is only written, or choose another word");
    }
}
