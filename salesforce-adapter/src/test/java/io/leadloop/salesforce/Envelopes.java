package io.leadloop.salesforce;

import java.net.URI;
import java.util.Map;

/** Answers of the partner API, as small as WSC accepts them. */
final class Envelopes {

    private static final String OPEN = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><soapenv:Envelope"
            + " xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns=\"urn:partner.soap.sforce.com\""
            + " xmlns:sf=\"urn:sobject.partner.soap.sforce.com\""
            + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><soapenv:Header><LimitInfoHeader><limitInfo>"
            + "<current>45</current><limit>15000</limit><type>API REQUESTS</type></limitInfo></LimitInfoHeader>"
            + "</soapenv:Header><soapenv:Body>";
    private static final String CLOSE = "</soapenv:Body></soapenv:Envelope>";

    private Envelopes() {}

    static String token(URI instance, int number) {
        return "{\"access_token\":\"00D000000000001!token-" + number + "\",\"instance_url\":\"" + instance
                + "\",\"id\":\"https://login.salesforce.com/id/00D000000000001AAA/005000000000001AAA\",\"token_type\":\"Bearer\"}";
    }

    static String row(String type, String id, Map<String, String> fields) {
        StringBuilder row = new StringBuilder("<records xsi:type=\"sf:sObject\"><sf:type>" + type + "</sf:type><sf:Id>"
                + id + "</sf:Id><sf:Id>" + id + "</sf:Id>");
        fields.forEach((name, value) -> row.append(
                value.isEmpty()
                        ? "<sf:" + name + " xsi:nil=\"true\"/>"
                        : "<sf:" + name + ">" + value + "</sf:" + name + ">"));
        return row.append("</records>").toString();
    }

    static String rows(String operation, String locator, String... rows) {
        String at =
                locator.isEmpty() ? "<queryLocator xsi:nil=\"true\"/>" : "<queryLocator>" + locator + "</queryLocator>";
        return OPEN + "<" + operation + "Response><result xsi:type=\"QueryResult\"><done>" + locator.isEmpty()
                + "</done>"
                + at + String.join("", rows) + "<size>" + rows.length + "</size></result></" + operation + "Response>"
                + CLOSE;
    }

    static String saved(String operation, String... results) {
        return OPEN + "<" + operation + "Response>" + String.join("", results) + "</" + operation + "Response>" + CLOSE;
    }

    static String success(String id) {
        return "<result><id>" + id + "</id><success>true</success></result>";
    }

    static String error(String status, String message) {
        return "<result><errors><message>" + message + "</message><statusCode>" + status
                + "</statusCode></errors><id xsi:nil=\"true\"/><success>false</success></result>";
    }

    static String fault(String code, String text) {
        return "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\""
                + " xmlns:sf=\"urn:fault.partner.soap.sforce.com\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
                + "<soapenv:Body><soapenv:Fault><faultcode>sf:" + code + "</faultcode><faultstring>" + code + ": "
                + text
                + "</faultstring><detail><sf:UnexpectedErrorFault xsi:type=\"sf:UnexpectedErrorFault\"><sf:exceptionCode>"
                + code + "</sf:exceptionCode><sf:exceptionMessage>" + text
                + "</sf:exceptionMessage></sf:UnexpectedErrorFault></detail></soapenv:Fault></soapenv:Body></soapenv:Envelope>";
    }

    static String describe(String type, String... fields) {
        return OPEN + "<describeSObjectsResponse><result>" + String.join("", fields) + "<name>" + type
                + "</name></result></describeSObjectsResponse>" + CLOSE;
    }

    static String field(String name, String type, boolean unique) {
        return "<fields><createable>true</createable><label>" + name + "</label><length>80</length><name>" + name
                + "</name><nillable>true</nillable><scale>2</scale><type>" + type + "</type><unique>" + unique
                + "</unique><updateable>true</updateable></fields>";
    }
}
