package io.leadloop.salesforce;

import com.sforce.ws.ConnectorConfig;
import com.sforce.ws.transport.Transport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;

/**
 * WSC's calls over our own wire. Looks at status and content type first and lets WSC parse only what can be SOAP: 200 or
 * 500 with XML. WSC makes one of these for each call.
 */
final class WscTransport implements Transport {

    private final Wire wire;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(4096);
    private @Nullable ConnectorConfig config;
    private @Nullable HttpPost request;
    private boolean successful;

    WscTransport(Wire wire) {
        this.wire = wire;
    }

    @Override
    public void setConfig(ConnectorConfig config) {
        this.config = config;
    }

    @Override
    public OutputStream connect(String address, @Nullable String action) throws IOException {
        HashMap<String, String> headers = new HashMap<>();
        headers.put("SOAPAction", "\"" + (action == null ? "" : action) + "\"");
        headers.put("Content-Type", "text/xml; charset=UTF-8");
        headers.put("Accept", "text/xml");
        return connect(address, headers, true);
    }

    @Override
    public OutputStream connect(String address, HashMap<String, String> headers) throws IOException {
        return connect(address, headers, true);
    }

    @Override
    public OutputStream connect(String address, HashMap<String, String> headers, boolean pack) throws IOException {
        HttpPost post = new HttpPost(address);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            post.setHeader(header.getKey(), header.getValue());
        }
        request = post;
        if (pack && config != null && config.isCompression()) {
            post.setHeader("Content-Encoding", "gzip");
            return new GZIPOutputStream(body);
        }
        return body;
    }

    @Override
    public InputStream getContent() throws IOException {
        if (request == null) {
            throw new IllegalStateException("nothing was sent");
        }
        request.setEntity(new ByteArrayEntity(body.toByteArray(), null));
        WireAnswer answer = wire.send(request);
        if (!answer.isXml() || (answer.status() != 200 && answer.status() != 500)) {
            throw answer.refusal();
        }
        successful = answer.status() == 200;
        return new ByteArrayInputStream(answer.body());
    }

    @Override
    public boolean isSuccessful() {
        return successful;
    }
}
