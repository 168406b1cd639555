package io.leadloop.app.http;

import io.leadloop.app.engine.Doorbell;
import io.leadloop.app.metrics.Meter;
import io.leadloop.app.serve.Serving;
import io.leadloop.canonical.RecordRef;
import io.leadloop.intake.Ring;
import io.leadloop.ledger.Changes;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A webhook is a doorbell: verified, put into the inbox, acknowledged; the pass that it causes reads what it names. */
@RestController
class HookRoutes {

    private static final int LARGEST = 1_024 * 1_024;
    private static final Logger LOG = LoggerFactory.getLogger(HookRoutes.class);

    private final Optional<Doorbell> doorbell;
    private final Serving serving;
    private final InstantSource clock;

    HookRoutes(Optional<Doorbell> doorbell, Serving serving, InstantSource clock) {
        this.doorbell = doorbell;
        this.serving = serving;
        this.clock = clock;
    }

    @PostMapping("/hooks/hubspot")
    ResponseEntity<Void> hubSpot(HttpServletRequest request) {
        byte[] body = Json.body(request, LARGEST);
        boolean genuine = doorbell.filter(bell -> bell.isGenuine(
                        body,
                        Optional.ofNullable(request.getQueryString()),
                        Optional.ofNullable(request.getHeader("X-HubSpot-Request-Timestamp")),
                        Optional.ofNullable(request.getHeader("X-HubSpot-Signature-v3")),
                        clock.instant()))
                .isPresent();
        if (!genuine) {
            count("refused");
            throw Refused.of(Code.SIGNATURE, "the header X-HubSpot-Signature-v3");
        }
        List<RecordRef> named = named(doorbell.orElseThrow(), body);
        if (!named.isEmpty()) {
            Instant now = clock.instant();
            Changes changes = new Changes();
            named.forEach(ref -> changes.ring(Ring.of(ref, now)));
            serving.opened().store().commit(changes);
            serving.ring();
        }
        return ResponseEntity.ok().build();
    }

    /** What is genuine and cannot be read would come again for a day: it is taken, and polling finds what it was about. */
    private List<RecordRef> named(Doorbell bell, byte[] body) {
        try {
            List<RecordRef> named = bell.named(body);
            count("taken");
            return named;
        } catch (IllegalArgumentException e) {
            LOG.warn("webhook cannot be read bytes={}", body.length);
            count("unreadable");
            return List.of();
        }
    }

    private void count(String outcome) {
        serving.meters().count(Meter.HOOKS, 1, outcome);
    }
}
