package io.leadloop.salesforce.pubsub;

import java.util.List;
import java.util.regex.Pattern;

/**
 * All that is taken from an event.
 *
 * @param entity API name of the object
 * @param ids of records; none in GAP_OVERFLOW
 * @param change CREATE, UPDATE, DELETE, UNDELETE, the same with GAP_, GAP_OVERFLOW
 */
record ChangeHeader(String entity, List<String> ids, String change) {

    private static final Pattern ID = Pattern.compile("[0-9A-Za-z]{18}");

    ChangeHeader {
        ids = List.copyOf(ids);
    }

    /** Whether each record is named; a wildcard such as {@code 001*} stands for any number of them. */
    boolean namesAll() {
        return !ids.isEmpty() && ids.stream().allMatch(id -> ID.matcher(id).matches());
    }
}
