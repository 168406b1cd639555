package io.leadloop.salesforce.sfdx;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.fixtures.wire.SharedFolder;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.xml.sax.SAXException;

/** Each file of the package against the schema of Salesforce's metadata WSDL 65.0, where that is at hand. */
class MetadataSchemaTest {

    private static final String ABSENT =
            "Salesforce's metadata schema is not here: the package was not held against it (a folder 'shared' beside"
                    + " the project, or -Dleadloop.shared)";
    private static final Optional<Schema> SCHEMA =
            SharedFolder.find("data/salesforce/xsd/metadata-elements.xsd").map(MetadataSchemaTest::load);

    @TestFactory
    Stream<DynamicTest> eachFileIsWhatTheVendorsSchemaAllows() {
        List<Path> files = Metadata.files("", "-meta.xml");
        assertThat(files).isNotEmpty();
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(
                        Metadata.HOME.relativize(file).toString(),
                        () -> assertThat(problems(Metadata.text(file))).isEmpty()));
    }

    @Test
    void aWrongTypeAnUnknownElementAndAMissingOneAreSeen() {
        String field = Metadata.text(Metadata.HOME.resolve("objects/Lead/fields/LeadLoop_Comment__c.field-meta.xml"));
        String set = Metadata.text(Metadata.HOME.resolve("globalValueSets/LeadLoop_State.globalValueSet-meta.xml"));

        assertThat(problems(field.replace("LongTextArea", "LongTextAreaX"))).isNotEmpty();
        assertThat(problems(field.replace("visibleLines", "visibleLine"))).isNotEmpty();
        assertThat(problems(set.replaceFirst("<masterLabel>.*</masterLabel>", "")))
                .isNotEmpty();
    }

    /** Configuration of targets is opaque to the schema; TargetsTest looks at it. */
    private static List<String> problems(String text) {
        Assumptions.assumeTrue(SCHEMA.isPresent(), ABSENT);
        List<String> problems = new ArrayList<>();
        Validator validator = SCHEMA.orElseThrow().newValidator();
        String plain = text.replaceAll("(?s)<targetConfigs>.*</targetConfigs>", "");
        try {
            validator.validate(new StreamSource(new StringReader(plain)));
        } catch (SAXException wrong) {
            problems.add(wrong.getMessage());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return problems;
    }

    private static Schema load(Path file) {
        try {
            SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            factory.setProperty("jdk.xml.maxOccurLimit", "100000");
            return factory.newSchema(file.toFile());
        } catch (SAXException unreadable) {
            throw new IllegalStateException(file + " cannot be read", unreadable);
        }
    }
}
