package io.leadloop.mapping;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.RecordRef;
import io.leadloop.canonical.Touchpoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a vendor's record says in canonical words.
 *
 * @param values by canonical name; blank is kept, what the record did not carry is absent
 * @param sources the vendor field that each value was read from; absent for computed ones
 * @param unknown values that could not be read
 * @param signal the strongest answer that the record shows
 * @param touches engagements by time
 * @param references records that this one names, by the reference's name
 */
public record Reading(
        Map<String, FieldValue> values,
        Map<String, FieldName> sources,
        Map<FieldName, UnknownValue> unknown,
        Optional<AnswerSignal> signal,
        List<Touchpoint> touches,
        Map<String, RecordRef> references) {

    public Reading {
        values = Map.copyOf(values);
        sources = Map.copyOf(sources);
        unknown = Map.copyOf(unknown);
        touches = List.copyOf(touches);
        references = Map.copyOf(references);
    }
}
