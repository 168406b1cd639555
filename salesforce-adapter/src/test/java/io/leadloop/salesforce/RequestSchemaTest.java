package io.leadloop.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.salesforce.ScriptedSalesforce.Answer;
import io.leadloop.spi.Projection;
import io.leadloop.spi.RecordVersion;
import io.leadloop.spi.WriteRequest;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** What WSC sends for us, held against the schemas of the partner WSDL. */
final class RequestSchemaTest {

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final ObjectType LEAD = new ObjectType("Lead");
    private static final FieldName KEY = new FieldName("LeadLoop_Key__c");
    private static final FieldName OPT_OUT = new FieldName("HasOptedOutOfEmail");
    private static final String ID = "00Q000000000001AAA";
    private static final RecordRef REF = new RecordRef(new ConnectionId("crm"), LEAD, ID);

    @Test
    void everyRequestOfOursIsValid() throws Exception {
        Optional<Path> folder = SharedData.folder("data/salesforce/xsd");
        Assumptions.assumeTrue(folder.isPresent(), "the partner schemas are not beside the project");
        Schema schema = schema(folder.orElseThrow());
        List<String> requests = requests();

        assertThat(requests).hasSize(7);
        for (String request : requests) {
            for (Element part : parts(request)) {
                schema.newValidator().validate(new DOMSource(part));
            }
        }
        assertThat(String.join("", requests))
                .contains("<useDefaultRule>true</useDefaultRule>", "<batchSize>2000</batchSize>", "fieldsToNull");
    }

    private static List<String> requests() throws Exception {
        try (ScriptedSalesforce vendor = new ScriptedSalesforce()) {
            SalesforceConfig config = vendor.config();
            SalesforceConfig assigning = new SalesforceConfig(
                    config.connection(),
                    config.url(),
                    config.credentials(),
                    Optional.empty(),
                    config.connectTimeout(),
                    config.answerTimeout(),
                    Duration.ZERO,
                    config.recycleBin(),
                    true);
            String row = Envelopes.row(
                    "Lead", ID, Map.of("SystemModstamp", "2026-05-04T09:00:00.000Z", "LeadLoop_Key__c", "k"));
            vendor.answers(
                    Answer.xml(Envelopes.describe(
                            "Lead",
                            Envelopes.field("HasOptedOutOfEmail", "boolean", false),
                            Envelopes.field("LeadLoop_Key__c", "string", true))),
                    Answer.xml(Envelopes.rows("query", "")),
                    Answer.xml(Envelopes.rows("queryAll", "0r8000000000001AAA", row)),
                    Answer.xml(Envelopes.rows("queryMore", "", row)),
                    Answer.xml(Envelopes.saved("create", Envelopes.success(ID))),
                    Answer.xml(Envelopes.rows("queryAll", "", row)),
                    Answer.xml(Envelopes.saved("update", Envelopes.success(ID))));
            try (SalesforceAdapter adapter = new SalesforceAdapter(assigning, ScriptedSalesforce.CLOCK)) {
                Projection what = Projection.of(LEAD, List.of(KEY));
                adapter.reader().find(what, KEY, List.of("O'Neil <&> \\' OR Id != '"));
                adapter.changes(what).poll(adapter.changes(what).start(Instant.EPOCH), 100);
                adapter.writer().write(List.of(new WriteRequest.Create(LEAD, KEY, "k", Map.of())));
                adapter.writer()
                        .write(List.of(new WriteRequest.Update(
                                REF,
                                Map.of(KEY, FieldValue.BLANK, OPT_OUT, new FieldValue.Text("true")),
                                Optional.of(new RecordVersion(
                                        Instant.parse("2026-05-04T09:00:00Z").toEpochMilli())))));
            }
            return vendor.requests();
        }
    }

    /** The first document of a namespace wins, so the lenient one for rows goes first. */
    private static Schema schema(Path folder) throws Exception {
        System.setProperty("jdk.xml.maxOccurLimit", "100000");
        Source[] sources = List.of("sobject.partner.lenient.xsd", "partner.xsd", "fault.partner.xsd").stream()
                .map(name -> new StreamSource(folder.resolve(name).toFile()))
                .toArray(Source[]::new);
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(sources);
    }

    /** The children of header and body: the envelope itself has no schema here. */
    private static List<Element> parts(String request) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(request)));
        List<Element> parts = new java.util.ArrayList<>();
        for (String section : List.of("Header", "Body")) {
            Node at = document.getElementsByTagNameNS(SOAP, section).item(0).getFirstChild();
            for (; at != null; at = at.getNextSibling()) {
                if (at instanceof Element element) {
                    parts.add(element);
                }
            }
        }
        return parts;
    }
}
