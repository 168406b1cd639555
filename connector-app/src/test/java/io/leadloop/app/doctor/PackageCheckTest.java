package io.leadloop.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.spi.Holding;
import io.leadloop.spi.InstallOrder;
import io.leadloop.spi.InstallReport;
import io.leadloop.spi.Installed;
import io.leadloop.spi.Installed.Standing;
import io.leadloop.spi.ObjectSchema;
import io.leadloop.spi.PartProblem;
import io.leadloop.spi.Plugin;
import io.leadloop.spi.PluginPart;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PackageCheckTest {

    private static final PluginPart RECEIPT = new PluginPart("fields", "Lead.LeadLoop_Receipt__c");

    @Test
    void whatIsThereAndWholeIsGoodAndTellsItsVersion() {
        List<Finding> findings = examined(Standing.CURRENT, "1.2.0", List.of(), List.of());

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.state()).isEqualTo(Finding.State.OK);
            assertThat(finding.what()).isEqualTo("version 1.2.0, 40 parts seen");
        });
    }

    @Test
    void anOrgWithoutItAndAHalfOneAreRefusedWithTheCommandThatHelps() {
        assertThat(examined(Standing.ABSENT, "", List.of(RECEIPT), List.of()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.state()).isEqualTo(Finding.State.REFUSED);
                    assertThat(finding.fix()).isEqualTo("Run 'leadloop install salesforce'");
                });
        assertThat(examined(Standing.HALF, "", List.of(RECEIPT), List.of()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.state()).isEqualTo(Finding.State.REFUSED);
                    assertThat(finding.what())
                            .isEqualTo(
                                    "half installed: 1 parts are missing or hidden, such as Lead.LeadLoop_Receipt__c");
                    assertThat(finding.missing()).containsExactly("Lead.LeadLoop_Receipt__c");
                });
    }

    @Test
    void anOlderAndANewerVersionAreToldApart() {
        assertThat(examined(Standing.OLDER, "1.1.0", List.of(RECEIPT), List.of())
                        .get(0)
                        .line())
                .contains("version 1.1.0 is there, and this program brings 1.2.0; it lacks Lead.LeadLoop_Receipt__c")
                .contains("Run 'leadloop install salesforce'");
        assertThat(examined(Standing.NEWER, "2.0.0", List.of(), List.of())
                        .get(0)
                        .line())
                .contains("version 2.0.0 is there")
                .contains("Install a LeadLoop that is as new");
    }

    @Test
    void eachDifferenceIsASentenceWithItsRemedy() {
        List<Finding> findings = examined(
                Standing.CURRENT,
                "1.2.0",
                List.of(),
                List.of(new PartProblem("fields Lead.X", "It is of another type", "Rename it")));

        assertThat(findings).hasSize(2);
        assertThat(findings.get(1).line()).contains("fields Lead.X: It is of another type. Rename it");
    }

    private static List<Finding> examined(
            Standing standing, String version, List<PluginPart> missing, List<PartProblem> drift) {
        return new PackageCheck(new Told(new Installed(standing, version, 40, missing, drift)), "salesforce")
                .of("crm package", Set.of());
    }

    private record Told(Installed found) implements Plugin {

        @Override
        public String version() {
            return "1.2.0";
        }

        @Override
        public Installed look(Set<String> adopted) {
            return found;
        }

        @Override
        public Optional<ObjectSchema.Field> adoptable(String field) {
            return Optional.empty();
        }

        @Override
        public InstallReport install(InstallOrder order, Consumer<String> progress) {
            throw new UnsupportedOperationException("a check installs nothing");
        }

        @Override
        public List<Holding> holdings() {
            return List.of();
        }

        @Override
        public void export(String table, Consumer<Map<String, String>> row) {
            throw new UnsupportedOperationException("a check exports nothing");
        }

        @Override
        public InstallReport remove(boolean checkOnly, Consumer<String> progress) {
            throw new UnsupportedOperationException("a check removes nothing");
        }
    }
}
