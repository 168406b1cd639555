package io.leadloop.salesforce.pubsub;

import com.salesforce.eventbus.protobuf.PubSubGrpc;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** The one connection to the Pub/Sub API, which all streams share. Nothing is sent before the first call. */
final class Line implements AutoCloseable {

    /** A message holds up to 100 events of up to 1 MB; the library's own limit is 4 MB. */
    private static final int LARGEST_MESSAGE = 110 * 1_024 * 1_024;

    private static final int TLS = 443;

    private final ManagedChannel channel;
    private final Duration answer;

    /** @param callbacks what runs when something is heard */
    Line(URI url, Executor callbacks, Duration answer) {
        boolean plain = url.getScheme().equals("http");
        NettyChannelBuilder builder = NettyChannelBuilder.forAddress(
                        url.getHost(), url.getPort() > 0 ? url.getPort() : TLS)
                .executor(callbacks)
                .maxInboundMessageSize(LARGEST_MESSAGE);
        this.channel = (plain ? builder.usePlaintext() : builder.useTransportSecurity()).build();
        this.answer = answer;
    }

    PubSubGrpc.PubSubStub streaming(SalesforceAccess access) {
        return PubSubGrpc.newStub(channel).withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers(access)));
    }

    /** For one call. */
    PubSubGrpc.PubSubBlockingStub asking(SalesforceAccess access) {
        return PubSubGrpc.newBlockingStub(channel)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers(access)))
                .withDeadlineAfter(answer.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Metadata headers(SalesforceAccess access) {
        Metadata headers = new Metadata();
        headers.put(key("accesstoken"), access.token());
        headers.put(key("instanceurl"), access.instance().toString());
        headers.put(key("tenantid"), access.organization());
        return headers;
    }

    private static Metadata.Key<String> key(String name) {
        return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }

    /** Waits until nothing is heard any more. */
    @Override
    public void close() {
        channel.shutdownNow();
        try {
            if (!channel.awaitTermination(answer.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("the connection does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
