package io.leadloop.app.http;

import io.leadloop.app.control.Door;
import io.leadloop.app.keys.Keys;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Looks up the bearer key of a request that is not signed; one that opens nothing ends it here. */
final class KeyFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final Keys keys;
    private final Door door;

    KeyFilter(Keys keys, Door door) {
        this.keys = keys;
        this.door = door;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        boolean signed = SecurityContextHolder.getContext().getAuthentication() instanceof Access;
        if (signed || header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Access> access;
        try {
            access = access(header.substring(BEARER.length()).trim(), request);
        } catch (RuntimeException e) {
            Json.answer(response, ProblemAdvice.problem(e, "the store"));
            return;
        }
        if (access.isEmpty()) {
            Refusals.unauthenticated(response, Code.KEY_UNKNOWN);
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(access.get());
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }

    private Optional<Access> access(String text, HttpServletRequest request) throws UnknownHostException {
        boolean here = InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        return here && door.opens(text)
                ? Optional.of(Access.control())
                : keys.check(text).map(Access::of);
    }
}
