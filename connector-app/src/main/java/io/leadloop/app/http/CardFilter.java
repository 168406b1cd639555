package io.leadloop.app.http;

import io.leadloop.app.engine.CardDoor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Checks what HubSpot has signed on behalf of a card. A signature that does not fit ends the request here, whatever key
 * comes with it; one that fits opens the routes of the card and no others.
 */
final class CardFilter extends OncePerRequestFilter {

    static final String SIGNATURE = "X-HubSpot-Signature-v3";
    private static final String TIMESTAMP = "X-HubSpot-Request-Timestamp";
    private static final String API = "/api/";

    private final Optional<CardDoor> door;
    private final InstantSource clock;

    CardFilter(Optional<CardDoor> door, InstantSource clock) {
        this.door = door;
        this.clock = clock;
    }

    /** A webhook is signed, too: its route checks that. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(SIGNATURE) == null || !request.getRequestURI().startsWith(API);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body;
        try {
            body = Json.body(request, Json.LARGEST_BODY);
        } catch (Refused refused) {
            Json.answer(response, refused.problem());
            return;
        }
        CardDoor.Knock knock = door.map(each -> each.judge(
                        request.getMethod(),
                        request.getRequestURI(),
                        Optional.ofNullable(request.getQueryString()),
                        body,
                        Optional.ofNullable(request.getHeader(TIMESTAMP)),
                        Optional.ofNullable(request.getHeader(SIGNATURE)),
                        clock.instant()))
                .orElse(new CardDoor.Knock(CardDoor.Finding.FORGED, "", ""));
        Optional<Code> refusal = refusal(knock.finding());
        if (refusal.isPresent()) {
            Refusals.answer(response, refusal.get(), "the header " + SIGNATURE);
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(Access.card(knock.user(), knock.name()));
        SecurityContextHolder.setContext(context);
        chain.doFilter(new KeptBody(request, body), response);
    }

    private static Optional<Code> refusal(CardDoor.Finding finding) {
        return switch (finding) {
            case GENUINE -> Optional.empty();
            case FORGED -> Optional.of(Code.SIGNATURE);
            case STALE -> Optional.of(Code.SIGNATURE_OLD);
            case OTHER_PORTAL, OTHER_APP -> Optional.of(Code.OTHER_ACCOUNT);
            case NOBODY -> Optional.of(Code.NOBODY_NAMED);
        };
    }
}
