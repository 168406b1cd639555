package io.leadloop.app.http;

import java.util.List;

/** A request that is answered with a problem. Nothing of the request's values is in it. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    private Refused(Problem problem) {
        super(problem.code());
        this.problem = problem;
    }

    static Refused of(Code code, String where) {
        return of(code, code.title(), where);
    }

    static Refused of(Code code, String detail, String where) {
        return new Refused(Problem.of(code, detail, where, List.of()));
    }

    static Refused of(Code code, List<Problem.Mistake> mistakes) {
        String detail = mistakes.size() == 1 ? mistakes.get(0).what() : mistakes.size() + " mistakes";
        return new Refused(Problem.of(code, detail, mistakes.get(0).where(), mistakes));
    }

    Problem problem() {
        return problem;
    }
}
