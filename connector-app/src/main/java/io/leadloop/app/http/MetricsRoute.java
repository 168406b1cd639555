package io.leadloop.app.http;

import io.leadloop.app.metrics.Meters;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** For Prometheus. */
@RestController
class MetricsRoute {

    private final Meters meters;

    MetricsRoute(Meters meters) {
        this.meters = meters;
    }

    @GetMapping("/metrics")
    ResponseEntity<byte[]> metrics() {
        return ResponseEntity.ok()
                .header("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                .body(meters.text().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
