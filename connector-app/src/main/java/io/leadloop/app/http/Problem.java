package io.leadloop.app.http;

import java.util.List;

/**
 * A problem as RFC 9457 wants it, with the three lines that all our messages have.
 *
 * @param type a URN; stable
 * @param code as docs/http-api.md lists it; stable
 * @param where the part of the request: a path, a header, a JSON pointer
 * @param errors each mistake, where there are several
 */
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        String where,
        String fix,
        List<Mistake> errors) {

    /** One of several mistakes. */
    record Mistake(String where, String what, String fix) {}

    Problem {
        errors = List.copyOf(errors);
    }

    static Problem of(Code code, String detail, String where, List<Mistake> errors) {
        return new Problem(
                "urn:leadloop:problem:" + code.word(),
                code.title(),
                code.status(),
                detail,
                code.word(),
                where,
                code.fix(),
                errors);
    }
}
