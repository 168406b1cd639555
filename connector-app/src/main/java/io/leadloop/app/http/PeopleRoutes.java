package io.leadloop.app.http;

import io.leadloop.app.explain.Explanation;
import io.leadloop.app.explain.History;
import io.leadloop.app.explain.PersonSearch;
import io.leadloop.feedback.ReasonCatalogue;
import io.leadloop.ledger.Store;
import io.leadloop.state.AggregateState;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** People, by our id, a mail address, or a record of either system. */
@RestController
class PeopleRoutes {

    private static final int LONGEST = 320;

    private final PersonSearch search;
    private final Store store;
    private final ReasonCatalogue reasons;

    PeopleRoutes(PersonSearch search, Store store, ReasonCatalogue reasons) {
        this.search = search;
        this.store = store;
        this.reasons = reasons;
    }

    record People(List<PersonDocument> items) {}

    @GetMapping("/api/v1/people/{person}")
    ResponseEntity<PersonDocument> person(@PathVariable("person") String person) {
        AggregateState found = one(person);
        return ResponseEntity.ok()
                .eTag("\"" + found.id().value() + "." + found.version() + "\"")
                .header("Cache-Control", "private, no-cache")
                .body(PersonDocument.of(found, reasons));
    }

    @GetMapping("/api/v1/people/{person}/explanation")
    Map<String, Object> explanation(
            @PathVariable("person") String person,
            @RequestParam(name = "field", required = false) Optional<String> field) {
        AggregateState found = one(person);
        return Explanation.of(found, History.of(found, store.of(found.id()), field));
    }

    /** So that no address stands in a log of addresses. */
    @PostMapping(path = "/api/v1/people/find", consumes = MediaType.APPLICATION_JSON_VALUE)
    People find(HttpServletRequest request) {
        JsonNode person = Json.object(request, List.of("person")).path("person");
        if (!person.isString()
                || person.asString().isBlank()
                || person.asString().length() > LONGEST) {
            throw Refused.of(
                    Code.BAD_REQUEST, "'person' is missing, or no text of 1 to " + LONGEST + " characters", "/person");
        }
        return new People(search.find(person.asString()).stream()
                .map(found -> PersonDocument.of(found, reasons))
                .toList());
    }

    private AggregateState one(String person) {
        List<AggregateState> found = person.length() > LONGEST ? List.of() : search.find(person);
        if (found.isEmpty()) {
            throw Refused.of(Code.NO_SUCH_PERSON, "the address");
        }
        if (found.size() > 1) {
            List<String> ids = found.stream().map(state -> state.id().value()).toList();
            throw Refused.of(Code.SEVERAL_PEOPLE, "One of " + String.join(", ", ids), "the address");
        }
        return found.get(0);
    }
}
