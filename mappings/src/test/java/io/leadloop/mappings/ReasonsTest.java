package io.leadloop.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.feedback.Reason;
import io.leadloop.feedback.ReasonCatalogue;
import io.leadloop.language.Problems;
import io.leadloop.language.YamlFile;
import io.leadloop.language.YamlNode;
import io.leadloop.language.YamlTable;
import io.leadloop.lifecycle.Phase;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReasonsTest {

    private final ReasonCatalogue catalogue = catalogue();

    private static YamlTable file(String name, Problems problems) {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(ReasonsTest.class.getResourceAsStream("/leadloop/mappings/" + name), name),
                StandardCharsets.UTF_8)) {
            return YamlFile.read(name, reader, problems).orElseThrow();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ReasonCatalogue catalogue() {
        Problems problems = new Problems();
        ReasonCatalogue read = ReasonCatalogue.read(file("reasons.yaml", problems), problems);
        problems.throwIfAny();
        return read;
    }

    private static List<String> listed(String key) {
        Problems problems = new Problems();
        return file("footprint.yaml", problems).table("values", problems).texts(key, problems).stream()
                .map(YamlNode.Scalar::text)
                .toList();
    }

    @Test
    void theCatalogueHasTheCodesThatTheTwoSystemsOffer() {
        assertThat(catalogue.all())
                .extracting(reason -> reason.code().value())
                .containsExactlyInAnyOrderElementsOf(listed("reasons"));
    }

    @Test
    void everyGroupIsOneThatTheTwoSystemsOffer() {
        assertThat(catalogue.all().stream().map(Reason::group).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(listed("reason-groups"));
    }

    @Test
    void noGroupIsLongerThanARepReads() {
        assertThat(catalogue.all().stream().collect(Collectors.groupingBy(Reason::group, Collectors.counting())))
                .allSatisfy((group, size) -> assertThat(size).as(group).isLessThanOrEqualTo(6));
    }

    @Test
    void twelveReasonsAreActiveAtTheStart() {
        assertThat(catalogue.all().stream().filter(Reason::starter)).hasSize(12);
    }

    @Test
    void everyReasonHasAnActionAndNoTwoShareALabel() {
        assertThat(catalogue.all())
                .allSatisfy(reason ->
                        assertThat(reason.action()).as(reason.code().value()).isNotBlank());
        assertThat(catalogue.labels().values()).doesNotHaveDuplicates();
    }

    @Test
    void aRepNeverChoosesWhatOnlyTheSystemSets() {
        assertThat(catalogue.choices(Phase.BEFORE))
                .extracting(reason -> reason.code().value())
                .doesNotContain("S-EXPIRED");
        assertThat(catalogue.choices(Phase.AFTER))
                .extracting(reason -> reason.code().value())
                .endsWith("S-NOREASON");
    }
}
