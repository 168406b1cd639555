package io.leadloop.app.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** What is answered before a route is reached. */
final class Refusals {

    private Refusals() {}

    static void unauthenticated(HttpServletResponse response, Code code) throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer realm=\"leadloop\"");
        answer(response, code, "the header Authorization");
    }

    static void answer(HttpServletResponse response, Code code, String where) throws IOException {
        Json.answer(response, Problem.of(code, code.title(), where, List.of()));
    }
}
