package io.leadloop.app.http;

import io.leadloop.app.card.Card;
import io.leadloop.app.card.Cards;
import io.leadloop.app.engine.Colleagues;
import io.leadloop.app.explain.HandoffSearch;
import io.leadloop.app.explain.PersonSearch;
import io.leadloop.ledger.Receipt;
import io.leadloop.ledger.Store;
import io.leadloop.state.AggregateState;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * What a card in HubSpot shows and sends. HubSpot hides the body of all but 200 from the card, so what a rep can do
 * something about is answered with 200 and {@code "ok": false}.
 */
@RestController
class CardRoutes {

    private static final String REQUEST_ID = "requestId";
    private static final int LONGEST_ID = 200;
    private static final int FAULT = 500;

    private final PersonSearch search;
    private final Store store;
    private final Cards cards;
    private final AnswerDesk desk;
    private final Colleagues colleagues;
    private final InstantSource clock;

    CardRoutes(
            PersonSearch search,
            Store store,
            Cards cards,
            AnswerDesk desk,
            Colleagues colleagues,
            InstantSource clock) {
        this.search = search;
        this.store = store;
        this.cards = cards;
        this.desk = desk;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    /**
     * @param receipt of the answer, to ask by what became of it
     * @param code why it was not taken, as in a problem
     * @param card as it is now; absent if the hand-off is not known
     */
    record Told(
            boolean ok,
            Optional<String> receipt,
            Optional<String> code,
            Optional<String> message,
            Optional<Card> card) {}

    /** Of a contact that nobody knows it is as of one that was never handed over. */
    @GetMapping("/api/v1/cards/hubspot/{contact}")
    ResponseEntity<Card> card(
            @PathVariable("contact") String contact,
            @RequestParam(name = "receipt", required = false) Optional<String> receipt,
            Access who) {
        if (!contact.matches("[1-9][0-9]{0,18}")) {
            throw Refused.of(Code.BAD_REQUEST, "This is no id of a contact", "the address");
        }
        List<AggregateState> found = search.find("hubspot:" + contact);
        Card card = found.size() == 1
                ? of(found.get(0), who, receipt.flatMap(store::receipt))
                : cards.none(clock.instant());
        return ResponseEntity.ok().header("Cache-Control", "no-store").body(card);
    }

    @PostMapping(
            path = "/api/v1/handoffs/{handoff}/answers",
            headers = CardFilter.SIGNATURE,
            consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Told> answer(@PathVariable("handoff") String handoff, Access who, HttpServletRequest request) {
        return ResponseEntity.ok().header("Cache-Control", "no-store").body(told(handoff, who, request));
    }

    private Told told(String handoff, Access who, HttpServletRequest request) {
        try {
            JsonNode sent = Json.object(request, CardRoutes::fields);
            String name = colleagues.name(who.by());
            Receipt receipt = VoteBody.isOne(sent)
                    ? desk.vote(handoff, VoteBody.read(sent), name, who.getName(), id(sent))
                    : desk.give(handoff, AnswerBody.read(sent, who.by(), name), who.getName(), id(sent));
            return new Told(
                    true,
                    Optional.of(receipt.id()),
                    Optional.empty(),
                    Optional.empty(),
                    card(handoff, who, Optional.of(receipt)));
        } catch (Refused refused) {
            Problem problem = refused.problem();
            if (problem.status() >= FAULT) {
                throw refused;
            }
            return new Told(
                    false,
                    Optional.empty(),
                    Optional.of(problem.code()),
                    Optional.of(problem.detail()),
                    card(handoff, who, Optional.empty()));
        }
    }

    /** As of any answer, but for {@code by}, which the signature tells, and with the key in the body. */
    private static List<String> fields(JsonNode sent) {
        List<String> fields = new ArrayList<>(VoteBody.isOne(sent) ? VoteBody.FIELDS : AnswerBody.FIELDS);
        fields.remove("by");
        fields.add(REQUEST_ID);
        return fields;
    }

    private static String id(JsonNode sent) {
        String id = sent.path(REQUEST_ID).isString() ? sent.path(REQUEST_ID).asString() : "";
        if (id.isBlank() || id.length() > LONGEST_ID) {
            throw Refused.of(Code.IDEMPOTENCY_KEY_MISSING, "/" + REQUEST_ID);
        }
        return id;
    }

    private Optional<Card> card(String handoff, Access who, Optional<Receipt> receipt) {
        return HandoffSearch.place(handoff)
                .flatMap(place -> search.find(place.person().value()).stream().findFirst())
                .map(person -> of(person, who, receipt));
    }

    private Card of(AggregateState person, Access who, Optional<Receipt> receipt) {
        Optional<String> written = receipt.filter(each -> each.aggregate().equals(person.id()))
                .map(each -> ReceiptDocument.of(each, store).written());
        return cards.of(person, who.by(), written, clock.instant());
    }
}
