package io.leadloop.app.flow;

import io.leadloop.failure.CallFailed;
import io.leadloop.pipeline.PassReport;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.config.EnableIntegration;
import org.springframework.integration.context.IntegrationContextUtils;
import org.springframework.integration.context.IntegrationProperties;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.dsl.MessageChannels;
import org.springframework.integration.dsl.Pollers;
import org.springframework.messaging.MessagingException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** The channels of a serving engine. One thread runs passes and orders, so that they never overlap. */
@Configuration(proxyBeanMethods = false)
@EnableIntegration
class ServeWiring {

    static final String ORDERS = "orders";
    static final String SOON = "soon";
    static final String PASSES = "passes";
    static final int PATIENCE_SECONDS = 30;

    private static final String REPORTS = "reports";
    private static final String FAILURES = "errorChannel";
    private static final String FRAMEWORK_LOGGER = "_org.springframework.integration.errorLogger";
    private static final Logger LOG = LoggerFactory.getLogger(ServeWiring.class);

    record Settings(Passes passes, Duration pause, Consumer<Throwable> failed) {}

    /** Failures are logged here, once; the framework's own logger would add a second stack to each. */
    @Bean(IntegrationContextUtils.INTEGRATION_GLOBAL_PROPERTIES_BEAN_NAME)
    static IntegrationProperties integrationProperties() {
        IntegrationProperties properties = new IntegrationProperties();
        properties.setNoAutoStartupEndpoints(FRAMEWORK_LOGGER);
        return properties;
    }

    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(1);
        scheduler.setThreadNamePrefix("pass-");
        scheduler.setWaitForTasksToCompleteOnShutdown(true);
        scheduler.setAwaitTerminationSeconds(PATIENCE_SECONDS);
        return scheduler;
    }

    @Bean
    IntegrationFlow passFlow(Settings settings) {
        return IntegrationFlow.fromSupplier(
                        settings.passes()::next,
                        source -> source.id(PASSES)
                                .poller(Pollers.fixedDelay(settings.pause()).errorChannel(FAILURES)))
                .channel(REPORTS)
                .handle(PassReport.class, (report, headers) -> {
                    log(report);
                    return null;
                })
                .get();
    }

    @Bean
    IntegrationFlow failureFlow(Settings settings) {
        return IntegrationFlow.from(FAILURES)
                .handle(Throwable.class, (thrown, headers) -> {
                    Throwable cause = cause(thrown);
                    failed(cause);
                    settings.failed().accept(cause);
                    return null;
                })
                .get();
    }

    @Bean
    IntegrationFlow orderFlow(ThreadPoolTaskScheduler taskScheduler) {
        return IntegrationFlow.from(MessageChannels.executor(ORDERS, taskScheduler))
                .handle(Runnable.class, (order, headers) -> {
                    order.run();
                    return Boolean.TRUE;
                })
                .get();
    }

    @Bean
    IntegrationFlow soonFlow(ThreadPoolTaskScheduler taskScheduler) {
        return IntegrationFlow.from(MessageChannels.executor(SOON, taskScheduler))
                .handle(Runnable.class, (order, headers) -> {
                    order.run();
                    return null;
                })
                .get();
    }

    private static Throwable cause(Throwable thrown) {
        return thrown instanceof MessagingException wrapped && wrapped.getCause() != null ? wrapped.getCause() : thrown;
    }

    /** What a vendor refuses says by itself what it is; only a fault of ours needs its stack. */
    private static void failed(Throwable cause) {
        if (cause instanceof CallFailed call) {
            LOG.warn("pass failed: {}", call.failure());
        } else {
            LOG.error("pass failed", cause);
        }
    }

    private static void log(PassReport report) {
        if (report.keptBack()) {
            LOG.warn("allowance kept back work read={} written={}", report.read(), report.written());
        }
        if (report.held()) {
            LOG.warn("pass held creates={} updates={}", report.creates(), report.updates());
        } else if (report.read() > 0 || !report.isQuiet()) {
            LOG.info("pass ended read={} written={}", report.read(), report.written());
        }
    }
}
