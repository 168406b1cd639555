package io.leadloop.pipeline;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.mapping.UnknownValue;
import io.leadloop.state.AggregateState;
import java.util.List;
import java.util.Map;

/**
 * What a sighting changed.
 *
 * @param said computed fields that somebody else changed: canonical name to what it says now; these are answers
 * @param understood fields that stood still because nobody understood their value, and now do
 * @param kept canonical fields that differed on first sight, both sides kept
 * @param frozen canonical fields in which the two systems undo each other, and are written no more from now on
 * @param news whether anything but the version moved
 */
record Observed(
        AggregateState state,
        Map<String, FieldValue> said,
        Map<FieldName, UnknownValue> unknown,
        List<FieldName> understood,
        List<String> kept,
        List<String> frozen,
        boolean news,
        boolean stale) {

    static Observed stale(AggregateState state) {
        return new Observed(state, Map.of(), Map.of(), List.of(), List.of(), List.of(), false, true);
    }
}
