package io.leadloop.salesforce.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.fixtures.wire.SharedFolder;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;
import tools.jackson.dataformat.yaml.YAMLMapper;

class PackageZipTest {

    private final PackageZip zip = PackageZip.of(new PackageSource(SourceTree.shipped()));

    @Test
    void theSamePackageGivesTheSameBytes() {
        assertThat(PackageZip.of(new PackageSource(SourceTree.shipped())).bytes())
                .isEqualTo(zip.bytes());
    }

    @Test
    void filesStandWhereADeploymentHasThem() {
        assertThat(zip.files().keySet())
                .contains(
                        "package.xml",
                        "objects/Lead.object",
                        "objects/LeadLoop_Handoff__c.object",
                        "globalValueSets/LeadLoop_Reason.globalValueSet",
                        "reports/LeadLoop-meta.xml",
                        "reports/LeadLoop/LeadLoop_Unanswered.report",
                        "labels/CustomLabels.labels",
                        "lwc/leadLoopPanel/leadLoopPanel.js-meta.xml",
                        "lwc/leadLoopPanel/leadLoopPanel.html")
                .noneMatch(path -> path.contains("__tests__"))
                .noneMatch(path -> path.endsWith("-meta.xml")
                        && !path.startsWith("lwc/")
                        && !path.matches("(reports|dashboards)/LeadLoop-meta\\.xml"));
    }

    @Test
    void noLayoutOrPageOfAStandardObjectIsInIt() {
        assertThat(zip.files().keySet())
                .noneMatch(path -> path.startsWith("flexipages/") || path.startsWith("layouts/Lead-"))
                .noneMatch(path -> path.startsWith("layouts/Contact-"));
        assertThat(text("objects/Lead.object"))
                .doesNotContain("<actionOverrides>")
                .doesNotContain("<label>Lead</label>");
    }

    @Test
    void theVersionIsTheFootprintsAndTheManifestsThatOfTheCalls() throws IOException {
        String footprint = YAMLMapper.builder()
                .build()
                .readTree(Path.of("..", "mappings", "footprint.yaml").toFile())
                .path("salesforce")
                .path("version")
                .asString();

        assertThat(PackageVersion.of(new PackageSource(SourceTree.shipped()))).isEqualTo(footprint);
        assertThat(text("package.xml")).contains("<version>" + SalesforceRest.VERSION + "</version>");
        assertThat(Files.readString(Path.of("sfdx", "sfdx-project.json")))
                .contains("\"sourceApiVersion\": \"" + SalesforceRest.VERSION + "\"");
    }

    @Test
    void everyFileOfTheZipIsWhatTheVendorsSchemaAllows() throws SAXException, IOException {
        Optional<Path> schema = SharedFolder.find("data/salesforce/xsd/metadata-elements.xsd");
        Assumptions.assumeTrue(schema.isPresent(), "Salesforce's metadata schema is not here");
        Validator validator = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(schema.orElseThrow().toFile())
                .newValidator();
        List<String> problems = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : zip.files().entrySet()) {
            if (!file.getKey().startsWith("lwc/")) {
                try {
                    validator.validate(new StreamSource(new StringReader(text(file.getKey()))));
                } catch (SAXException e) {
                    problems.add(file.getKey() + ": " + e.getMessage());
                }
            }
        }

        assertThat(problems).isEmpty();
    }

    private String text(String path) {
        return new String(zip.files().getOrDefault(path, new byte[0]), StandardCharsets.UTF_8);
    }
}
