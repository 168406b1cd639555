package io.leadloop.identity;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.Kind;
import io.leadloop.canonical.RecordRef;

/** Link, then key, then value; never a guess. */
public final class Identity {

    private final String installation;

    public Identity(String installation) {
        this.installation = installation;
    }

    public Match match(Candidate candidate) {
        if (candidate.link().isPresent()) {
            return new Match.Linked(candidate.link().get());
        }
        if (candidate.keyed().isPresent()) {
            return new Match.ByKey(candidate.keyed().get());
        }
        if (!candidate.key().isEmpty() && !candidate.key().startsWith(installation + "-")) {
            return new Match.ForeignKey(candidate.key());
        }
        if (candidate.sameValue().size() > 1 || (candidate.sameValue().size() == 1 && candidate.twins() > 1)) {
            return new Match.Ambiguous(candidate.sameValue());
        }
        if (candidate.sameValue().size() == 1) {
            return new Match.ByValue(candidate.sameValue().get(0));
        }
        return candidate.taken()
                ? new Match.Ambiguous(candidate.sameValue())
                : new Match.Fresh(fresh(candidate.kind(), candidate.ref()));
    }

    /** What a record that nothing is known of becomes. */
    public AggregateId fresh(Kind kind, RecordRef ref) {
        return AggregateId.of(kind, installation, ref);
    }

    /** Our external key of an aggregate's record. */
    public String key(AggregateId aggregate, String part) {
        return installation + "-" + aggregate.value() + (part.isEmpty() ? "" : "-" + part);
    }
}
