package io.leadloop.spi;

import java.util.List;

/**
 * What an installation or a removal did, or would do.
 *
 * @param asked whether the vendor was; if not, the problems are in files of ours or in the order
 * @param changes one for each part, in order; with problems those that the vendor got to
 * @param problems all of them. Where the vendor applies all or nothing, nothing was applied with any of them, unless one
 *     says that a part was. HubSpot has no such transaction: {@code changes} may have been applied up to the first problem
 * @param notes sentences for the reader: what to do by hand, what was left out and why
 */
public record InstallReport(boolean asked, List<PartChange> changes, List<PartProblem> problems, List<String> notes) {

    public InstallReport {
        changes = List.copyOf(changes);
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /** Nothing was sent. */
    public static InstallReport refused(List<PartProblem> problems) {
        return new InstallReport(false, List.of(), problems, List.of());
    }

    public boolean good() {
        return problems.isEmpty();
    }

    public long count(PartChange.Effect effect) {
        return changes.stream().filter(change -> change.effect() == effect).count();
    }
}
