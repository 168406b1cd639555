package io.leadloop.app.http;

import io.leadloop.app.explain.HandoffSearch;
import io.leadloop.app.serve.Serving;
import io.leadloop.feedback.FollowUp;
import io.leadloop.ledger.Receipt;
import io.leadloop.lifecycle.Ask;
import io.leadloop.lifecycle.Phase;
import io.leadloop.pipeline.AnswerOrders;
import io.leadloop.pipeline.AnswerOrders.Outcome;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Takes answers, whoever may give them. */
final class AnswerDesk {

    private static final int ID_BYTES = 16;

    private final AnswerOrders orders;
    private final Serving serving;

    AnswerDesk(AnswerOrders orders, Serving serving) {
        this.orders = orders;
        this.serving = serving;
    }

    /**
     * The answer counts when this returns, and a pass is on its way.
     *
     * @param who gave the key
     * @param key the same for the same request
     * @throws Refused if it cannot be taken
     */
    Receipt give(String handoff, AnswerBody body, String who, String key) {
        HandoffSearch.Place place =
                HandoffSearch.place(handoff).orElseThrow(() -> Refused.of(Code.NO_SUCH_HANDOFF, "the address"));
        String id = hash(who + "\n" + key);
        String print = hash(handoff + "\n" + body);
        return written(
                body.order() == AnswerBody.Order.UNDO
                        ? orders.undo(place.person(), place.cycle(), body.by(), id, print)
                        : orders.give(
                                place.person(),
                                place.cycle(),
                                body.said(serving.engine().clock().instant()),
                                body.order() == AnswerBody.Order.CORRECT,
                                id,
                                print));
    }

    /** Whether a content helped. @throws Refused if it is not one that the card shows */
    Receipt vote(String handoff, VoteBody body, String name, String who, String key) {
        HandoffSearch.Place place =
                HandoffSearch.place(handoff).orElseThrow(() -> Refused.of(Code.NO_SUCH_HANDOFF, "the address"));
        return written(orders.vote(
                place.person(),
                place.cycle(),
                body.content(),
                body.helped(),
                name,
                hash(who + "\n" + key),
                hash(handoff + "\n" + body)));
    }

    private Receipt written(Outcome outcome) {
        Receipt receipt = receipt(outcome);
        serving.ring();
        return receipt;
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
