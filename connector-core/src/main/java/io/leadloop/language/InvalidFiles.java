package io.leadloop.language;

import java.util.List;
import java.util.stream.Collectors;

/** Files of ours cannot be used; carries every problem in them. */
public final class InvalidFiles extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public InvalidFiles(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** By file, line and column; never empty. */
    public List<Problem> problems() {
        return problems;
    }
}
