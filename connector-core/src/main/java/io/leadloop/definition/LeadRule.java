package io.leadloop.definition;

import io.leadloop.canonical.Touchpoint;
import io.leadloop.canonical.View;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Decides who is a lead. Pure: the same person, touches and time give the same evaluation. */
public interface LeadRule {

    /** As the hand-off keeps it: {@code mql v7}. */
    String label();

    /** The fields that it names, such as {@code marketing.lifecyclestage}. */
    Set<String> reads();

    /** @param touches the person's, in any order; those after {@code now} are not seen */
    Evaluation evaluate(View view, List<Touchpoint> touches, Instant now);
}
