package io.leadloop.app.http;

import io.leadloop.app.metrics.Meter;
import io.leadloop.app.metrics.Meters;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** Times every request, by its route and not by its address. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestTimer extends OncePerRequestFilter {

    private final Meters meters;

    RequestTimer(Meters meters) {
        this.meters = meters;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long start = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            meters.time(
                    Meter.HTTP_REQUESTS,
                    Duration.ofNanos(System.nanoTime() - start),
                    route == null ? "none" : route.toString(),
                    Integer.toString(response.getStatus()));
        }
    }
}
