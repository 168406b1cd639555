package io.leadloop.app.engine;

import io.leadloop.app.config.Account;
import io.leadloop.app.config.CardApp;
import io.leadloop.app.config.Configuration;
import io.leadloop.hubspot.HubSpotCardCalls;
import io.leadloop.hubspot.HubSpotCardCalls.Verdict;
import io.leadloop.hubspot.Secret;
import java.time.Instant;
import java.util.Optional;

/** Where HubSpot's card knocks. */
public final class CardDoor {

    private static final int LONGEST_NAME = 80;

    private final HubSpotCardCalls calls;

    private CardDoor(HubSpotCardCalls calls) {
        this.calls = calls;
    }

    /** What was found of a signed request. */
    public enum Finding {
        GENUINE,
        FORGED,
        STALE,
        OTHER_PORTAL,
        OTHER_APP,
        NOBODY
    }

    /**
     * @param user HubSpot's id of who asks; empty unless it is genuine
     * @param name under which an answer of theirs is kept: the address that they log in with, else their id
     */
    public record Knock(Finding finding, String user, String name) {}

    /** Empty if no card is configured. */
    public static Optional<CardDoor> of(Configuration configuration) {
        return configuration.accounts().stream()
                .filter(Account.HubSpot.class::isInstance)
                .map(Account.HubSpot.class::cast)
                .flatMap(portal -> portal.card().stream()
                        .flatMap(card -> portal.portalId().stream().map(id -> of(id, card))))
                .findFirst();
    }

    private static CardDoor of(long portal, CardApp card) {
        return new CardDoor(new HubSpotCardCalls(
                portal,
                card.app(),
                card.url(),
                card.secrets().stream()
                        .map(secret -> new Secret(secret.reveal()))
                        .toList()));
    }

    /**
     * @param path as received, still encoded
     * @param query of the received address, without the question mark
     */
    public Knock judge(
            String method,
            String path,
            Optional<String> query,
            byte[] body,
            Optional<String> timestamp,
            Optional<String> signature,
            Instant now) {
        Verdict verdict = calls.judge(method, path, query, body, timestamp, signature, now);
        if (verdict instanceof Verdict.Genuine genuine) {
            String user = genuine.caller().user();
            String email = genuine.caller().email();
            boolean fits = !email.isBlank() && email.length() <= LONGEST_NAME;
            return new Knock(Finding.GENUINE, user, fits ? email : "HubSpot user " + user);
        }
        return new Knock(finding(((Verdict.Refused) verdict).why()), "", "");
    }

    private static Finding finding(HubSpotCardCalls.Why why) {
        return switch (why) {
            case FORGED -> Finding.FORGED;
            case STALE -> Finding.STALE;
            case OTHER_PORTAL -> Finding.OTHER_PORTAL;
            case OTHER_APP -> Finding.OTHER_APP;
            case NOBODY -> Finding.NOBODY;
        };
    }
}
