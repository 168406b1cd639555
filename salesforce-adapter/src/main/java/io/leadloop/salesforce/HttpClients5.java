package io.leadloop.salesforce;

import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** A pooled client that does what it is told once: no repeats, no redirects, no cookies, no stored logins. */
final class HttpClients5 {

    private HttpClients5() {}

    static CloseableHttpClient create(SalesforceConfig config, int connections) {
        Timeout answer = Timeout.of(config.answerTimeout());
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(connections)
                        .setMaxConnPerRoute(connections)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(config.connectTimeout()))
                                .setSocketTimeout(answer)
                                .setValidateAfterInactivity(TimeValue.of(1, TimeUnit.SECONDS))
                                .setTimeToLive(TimeValue.of(5, TimeUnit.MINUTES))
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(answer)
                        .setConnectionRequestTimeout(Timeout.of(config.connectTimeout()))
                        .build())
                .setUserAgent(Soap.CLIENT)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }
}
