package io.leadloop.app.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.app.engine.ShippedFiles;
import io.leadloop.feedback.ReasonCatalogue;
import io.leadloop.language.Problems;
import io.leadloop.language.YamlFile;
import io.leadloop.spi.ObjectSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReasonMatchingTest {

    static final List<String> THEIRS = List.of(
            "Not Interested",
            "Bad Timing",
            "No Budget",
            "Competitor",
            "Duplicate Lead",
            "Wrong Territory",
            "Existing Customer",
            "No Response",
            "Bad Contact Information",
            "Company Too Small",
            "Not a Decision Maker",
            "Unsubscribed",
            "Blue Moon",
            "Other");

    private final ReasonCatalogue catalogue = catalogue();

    @Test
    void usualWordsFindTheirReasonAndOddOnesStayOpen() {
        List<ReasonMatch> matches = new ReasonMatching(catalogue).of(values(THEIRS));

        assertThat(matches).hasSize(14);
        assertThat(matches.stream()
                        .map(match ->
                                match.value().label() + " = " + match.code().orElse("?")))
                .containsExactly(
                        "Not Interested = N-NONEED",
                        "Bad Timing = N-TIMING",
                        "No Budget = N-BUDGET",
                        "Competitor = F-NONBUYER",
                        "Duplicate Lead = R-DUP",
                        "Wrong Territory = R-TERR",
                        "Existing Customer = R-CUSTOMER",
                        "No Response = C-UNREACH",
                        "Bad Contact Information = D-MISSING",
                        "Company Too Small = F-SIZE",
                        "Not a Decision Maker = F-ROLE",
                        "Unsubscribed = X-OPTOUT",
                        "Blue Moon = ?",
                        "Other = ?");
        assertThat(matches).allMatch(match -> match.code().isEmpty() || match.confidence() >= ReasonMatching.ENOUGH);
    }

    @Test
    void ourOwnLabelsAndCodesAreCertain() {
        List<ReasonMatch> matches = new ReasonMatching(catalogue)
                .of(values(
                        catalogue.all().stream().map(reason -> reason.label()).toList()));

        assertThat(matches).allMatch(match -> match.confidence() == 1);
        assertThat(matches.stream().map(match -> match.code().orElse("")))
                .containsExactlyElementsOf(catalogue.all().stream()
                        .map(reason -> reason.code().value())
                        .toList());
    }

    @Test
    void aDraftNamesEveryReasonAndWhatIsNotMappedAndReplacesNoFile(@TempDir Path folder) throws IOException {
        ValueTableDraft draft =
                new ValueTableDraft("Rejected_Reason__c", new ReasonMatching(catalogue).of(values(THEIRS)));
        List<String> codes =
                catalogue.all().stream().map(reason -> reason.code().value()).toList();
        Path file = folder.resolve("rejected-reason.draft.yaml");

        assertThat(draft.write(file, codes)).isTrue();
        assertThat(Files.readString(file))
                .contains("values: rejected-reason")
                .contains("R-DUP:")
                .contains("{ Rejected_Reason__c: \"Duplicate Lead\", LeadLoop_Reason__c: R-DUP }")
                .contains("# not mapped: \"Blue Moon\"");
        Files.writeString(file, "mine");
        assertThat(draft.write(file, codes)).isFalse();
        assertThat(Files.readString(file)).isEqualTo("mine");
    }

    static List<ObjectSchema.AllowedValue> values(List<String> labels) {
        return labels.stream()
                .map(label -> new ObjectSchema.AllowedValue(label, label, true))
                .toList();
    }

    private static ReasonCatalogue catalogue() {
        Problems problems = new Problems();
        ReasonCatalogue read = YamlFile.read(new ShippedFiles(), "reasons.yaml", problems)
                .map(table -> ReasonCatalogue.read(table, problems))
                .orElseThrow();
        problems.throwIfAny();
        return read;
    }
}
