package io.leadloop.mapping;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.RecordRef;
import io.leadloop.canonical.Touchpoint;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a vendor's record says in canonical words.
 *
 * @param values by canonical name; blank is kept, what the record did not carry is absent
 * @param computed names of values that were computed and stand in no vendor field
 * @param unknown values that could not be read
 * @param signal the strongest answer that the record shows
 * @param touches engagements by time
 * @param references records that this one names, by the reference's name
 */
public record Reading(
        Map<String, FieldValue> values,
        Set<String> computed,
        Map<FieldName, UnknownValue> unknown,
        Optional<AnswerSignal> signal,
        List<Touchpoint> touches,
        Map<String, RecordRef> references) {

    public Reading {
        values = Collections.unmodifiableMap(values);
        computed = Collections.unmodifiableSet(computed);
        unknown = Collections.unmodifiableMap(unknown);
        touches = List.copyOf(touches);
        references = Collections.unmodifiableMap(references);
    }
}
