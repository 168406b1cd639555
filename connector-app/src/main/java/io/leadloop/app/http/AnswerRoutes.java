package io.leadloop.app.http;

import io.leadloop.ledger.Receipt;
import io.leadloop.ledger.Store;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.Principal;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The one way in for answers that are not given in the CRM; HubSpot's card comes in by {@link CardRoutes}. */
@RestController
class AnswerRoutes {

    private static final int LONGEST_KEY = 200;

    private final AnswerDesk desk;
    private final Store store;

    AnswerRoutes(AnswerDesk desk, Store store) {
        this.desk = desk;
        this.store = store;
    }

    @PostMapping(path = "/api/v1/handoffs/{handoff}/answers", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ReceiptDocument> answer(
            @PathVariable("handoff") String handoff,
            @RequestHeader(name = "Idempotency-Key", required = false) Optional<String> key,
            Principal who,
            HttpServletRequest request) {
        String idempotencyKey = key.filter(text -> !text.isBlank() && text.length() <= LONGEST_KEY)
                .orElseThrow(() -> Refused.of(Code.IDEMPOTENCY_KEY_MISSING, "the header Idempotency-Key"));
        AnswerBody body = AnswerBody.read(Json.object(request, AnswerBody.FIELDS));
        Receipt receipt = desk.give(handoff, body, who.getName(), idempotencyKey);
        return ResponseEntity.accepted()
                .location(URI.create(ReceiptDocument.PATH + receipt.id()))
                .body(ReceiptDocument.of(receipt, store));
    }

    @GetMapping("/api/v1/receipts/{receipt}")
    ReceiptDocument receipt(@PathVariable("receipt") String id) {
        return store.receipt(id)
                .map(receipt -> ReceiptDocument.of(receipt, store))
                .orElseThrow(() -> Refused.of(Code.NO_SUCH_RECEIPT, "the address"));
    }
}
