package io.leadloop.app.http;

import io.leadloop.app.explain.HandoffSearch;
import io.leadloop.canonical.LifecycleState;
import io.leadloop.feedback.ReasonCatalogue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Hand-offs: one for each person and cycle. */
@RestController
class HandoffRoutes {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    private final HandoffSearch search;
    private final ReasonCatalogue reasons;

    HandoffRoutes(HandoffSearch search, ReasonCatalogue reasons) {
        this.search = search;
        this.reasons = reasons;
    }

    /** @param next the cursor of the next page, if there may be more; a page can have fewer items than were asked for */
    record Handoffs(List<HandoffDocument> items, Optional<String> next) {}

    @GetMapping("/api/v1/handoffs")
    Handoffs list(
            @RequestParam(name = "state", required = false) Optional<String> state,
            @RequestParam(name = "owner", required = false) Optional<String> owner,
            @RequestParam(name = "since", required = false) Optional<String> since,
            @RequestParam(name = "limit", required = false) Optional<String> limit,
            @RequestParam(name = "cursor", required = false) Optional<String> cursor) {
        HandoffSearch.Filter filter =
                new HandoffSearch.Filter(state.map(HandoffRoutes::state), owner, since.map(HandoffRoutes::time));
        HandoffSearch.Page page = search.page(
                filter,
                cursor.map(HandoffRoutes::place),
                limit.map(HandoffRoutes::number).orElse(USUAL));
        return new Handoffs(
                page.items().stream()
                        .map(found -> HandoffDocument.of(found, reasons))
                        .toList(),
                page.next()
                        .map(last -> Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(last.getBytes(StandardCharsets.UTF_8))));
    }

    @GetMapping("/api/v1/handoffs/{handoff}")
    ResponseEntity<HandoffDocument> one(@PathVariable("handoff") String handoff) {
        HandoffSearch.Found found =
                search.find(handoff).orElseThrow(() -> Refused.of(Code.NO_SUCH_HANDOFF, "the address"));
        return ResponseEntity.ok()
                .eTag("\"" + found.id() + "." + found.person().version() + "\"")
                .header("Cache-Control", "private, no-cache")
                .body(HandoffDocument.of(found, reasons));
    }

    private static LifecycleState state(String word) {
        try {
            return LifecycleState.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw bad("'state' is no state of a hand-off", "?state");
        }
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw bad("'since' is no RFC 3339 time, such as 2026-03-02T09:00:00Z", "?since");
        }
    }

    private static int number(String text) {
        int number = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > MOST) {
            throw bad("'limit' is no number from 1 to " + MOST, "?limit");
        }
        return number;
    }

    private static String place(String cursor) {
        try {
            String place = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (HandoffSearch.place(place).isPresent()) {
                return place;
            }
        } catch (IllegalArgumentException e) {
            // reported below: it is no cursor of ours either way
        }
        throw bad("'cursor' is none that a page gave", "?cursor");
    }

    private static Refused bad(String what, String where) {
        return Refused.of(Code.BAD_REQUEST, what, where);
    }
}
