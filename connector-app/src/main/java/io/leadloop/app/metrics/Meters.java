package io.leadloop.app.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The meters of one process. Tag values are few and known: no ids, no addresses. Any thread may use it. */
public final class Meters implements AutoCloseable {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    /** @param values of the meter's tags, in their order */
    public void count(Meter meter, double amount, String... values) {
        Counter.builder(meter.id()).tags(tags(meter, values)).register(registry).increment(amount);
    }

    public void time(Meter meter, Duration taken, String... values) {
        Timer.builder(meter.id()).tags(tags(meter, values)).register(registry).record(taken);
    }

    /** @param now asked at each look; may fail, which shows as no number */
    public void gauge(Meter meter, Supplier<Number> now, String... values) {
        Gauge.builder(meter.id(), now).tags(tags(meter, values)).register(registry);
    }

    /** In Prometheus' text format. */
    public String text() {
        return registry.scrape();
    }

    /** Names of what was registered so far. */
    public List<String> names() {
        return registry.getMeters().stream()
                .map(meter -> meter.getId().getName())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        registry.close();
    }

    private static Tags tags(Meter meter, String... values) {
        if (values.length != meter.tags().size()) {
            throw new IllegalArgumentException(meter.id() + " has the tags " + meter.tags());
        }
        List<Tag> tags = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            tags.add(Tag.of(meter.tags().get(i), values[i]));
        }
        return Tags.of(tags);
    }
}
