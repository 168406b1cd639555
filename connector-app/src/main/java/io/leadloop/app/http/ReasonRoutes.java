package io.leadloop.app.http;

import io.leadloop.feedback.Reason;
import io.leadloop.feedback.ReasonCatalogue;
import io.leadloop.lifecycle.Ask;
import io.leadloop.lifecycle.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The reasons, in the order of their file. */
@RestController
class ReasonRoutes {

    private final ReasonCatalogue reasons;

    ReasonRoutes(ReasonCatalogue reasons) {
        this.reasons = reasons;
    }

    record Reasons(List<One> items) {}

    /** @param delay until a new cycle may begin, as an ISO 8601 duration */
    record One(
            String code,
            String label,
            String hint,
            String group,
            Set<Phase> phases,
            Set<Ask> asks,
            boolean starter,
            Optional<String> delay) {

        static One of(Reason reason) {
            return new One(
                    reason.code().value(),
                    reason.label(),
                    reason.hint(),
                    reason.group(),
                    reason.phases(),
                    reason.asks(),
                    reason.starter(),
                    reason.delay().map(Duration::toString));
        }
    }

    @GetMapping("/api/v1/reasons")
    ResponseEntity<Reasons> all() {
        List<One> items = reasons.all().stream().map(One::of).toList();
        return ResponseEntity.ok()
                .eTag("\"" + Integer.toHexString(reasons.all().hashCode()) + "\"")
                .header("Cache-Control", "private, no-cache")
                .body(new Reasons(items));
    }
}
