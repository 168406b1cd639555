package io.leadloop.feedback;

import io.leadloop.canonical.Answer;
import io.leadloop.canonical.ReasonCode;
import io.leadloop.language.Problems;
import io.leadloop.language.YamlTable;
import io.leadloop.lifecycle.LifecyclePolicy;
import io.leadloop.lifecycle.Phase;
import io.leadloop.lifecycle.ReasonAdvice;
import io.leadloop.lifecycle.ReasonBook;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** All reasons, in the order of the file. */
public final class ReasonCatalogue implements ReasonBook {

    private final Map<ReasonCode, Reason> reasons = new LinkedHashMap<>();

    public ReasonCatalogue(List<Reason> reasons) {
        for (Reason reason : reasons) {
            if (this.reasons.put(reason.code(), reason) != null) {
                throw new IllegalArgumentException(reason.code() + " stands twice");
            }
        }
    }

    /** Reads {@code reasons.yaml}; what is wrong is noted with its place, and that reason left out. */
    public static ReasonCatalogue read(YamlTable file, Problems problems) {
        return new ReasonCatalogue(new ReasonFile(problems).read(file));
    }

    public List<Reason> all() {
        return List.copyOf(reasons.values());
    }

    public Optional<Reason> find(ReasonCode code) {
        return Optional.ofNullable(reasons.get(code));
    }

    /** By code. */
    public Map<String, String> labels() {
        return reasons.values().stream()
                .collect(Collectors.toMap(
                        reason -> reason.code().value(), Reason::label, (one, other) -> one, LinkedHashMap::new));
    }

    /** What a person may choose in this phase; S-NOREASON, none of these fit, stands last. */
    public List<Reason> choices(Phase phase) {
        return reasons.values().stream()
                .filter(reason -> reason.legalIn(phase))
                .sorted((one, other) -> Boolean.compare(last(one), last(other)))
                .toList();
    }

    @Override
    public Optional<ReasonAdvice> advice(ReasonCode code) {
        return find(code).map(Reason::advice);
    }

    /** What happens now that this answer was given; a missing or unknown reason is S-NOREASON. */
    public FollowUp followUp(Answer decline, Phase phase, LifecyclePolicy policy) {
        ReasonCode code = decline.reason().orElse(ReasonCode.NO_REASON);
        return FollowUp.of(find(code), decline, phase, policy);
    }

    private static boolean last(Reason reason) {
        return reason.code().equals(ReasonCode.NO_REASON);
    }
}
