package io.leadloop.app.http;

import io.leadloop.app.explain.HandoffSearch;
import io.leadloop.app.serve.Serving;
import io.leadloop.feedback.FollowUp;
import io.leadloop.ledger.Receipt;
import io.leadloop.ledger.Store;
import io.leadloop.lifecycle.Ask;
import io.leadloop.lifecycle.Phase;
import io.leadloop.pipeline.AnswerOrders;
import io.leadloop.pipeline.AnswerOrders.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The one way in for answers that are not given in the CRM. */
@RestController
class AnswerRoutes {

    private static final int LONGEST_KEY = 200;
    private static final int ID_BYTES = 16;

    private final AnswerOrders orders;
    private final Store store;
    private final Serving serving;

    AnswerRoutes(AnswerOrders orders, Store store, Serving serving) {
        this.orders = orders;
        this.store = store;
        this.serving = serving;
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
        HandoffSearch.Place place =
                HandoffSearch.place(handoff).orElseThrow(() -> Refused.of(Code.NO_SUCH_HANDOFF, "the address"));
        Outcome outcome = orders.give(
                place.person(),
                place.cycle(),
                body.said(serving.engine().clock().instant()),
                body.corrects(),
                hash(who.getName() + "\n" + idempotencyKey),
                hash(handoff + "\n" + body));
        Receipt receipt = receipt(outcome);
        serving.ring();
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

    private static Receipt receipt(Outcome outcome) {
        if (outcome instanceof Outcome.Taken taken) {
            return taken.receipt();
        }
        if (outcome instanceof Outcome.Other) {
            throw Refused.of(Code.IDEMPOTENCY_KEY_REUSED, "the header Idempotency-Key");
        }
        if (outcome instanceof Outcome.Closed closed) {
            throw Refused.of(Code.HANDOFF_CLOSED, closed.why(), "the address");
        }
        if (outcome instanceof Outcome.Illegal illegal) {
            throw Refused.of(Code.ANSWER_ILLEGAL, mistakes(illegal.followUp(), illegal.phase()));
        }
        throw Refused.of(Code.NO_SUCH_HANDOFF, "the address");
    }

    private static List<Problem.Mistake> mistakes(FollowUp followUp, Phase phase) {
        List<Problem.Mistake> mistakes = new ArrayList<>();
        if (!followUp.legal()) {
            String now = phase == Phase.BEFORE ? "before contact" : "after contact";
            mistakes.add(new Problem.Mistake(
                    "/reason",
                    "This is no reason " + now,
                    "Choose one whose phases have " + phase + ": GET /api/v1/reasons"));
        }
        for (Ask ask : followUp.asks()) {
            String field = switch (ask) {
                case REASON -> "reason";
                case DATE -> "revisitOn";
                case COMMENT -> "comment";
            };
            mistakes.add(new Problem.Mistake(
                    "/" + field,
                    "This reason asks for a " + ask.name().toLowerCase(Locale.ROOT),
                    "Add '" + field + "'"));
        }
        return mistakes;
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
