package io.leadloop.hubspot;

import io.leadloop.canonical.RecordRef;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One row of a batch.
 *
 * @param names what the vendor may call this row by in its answer; the first is our trace id, unique in the batch
 */
record BatchRow(int index, List<String> names, ObjectNode input) {

    static String trace(int index) {
        return "r" + index;
    }

    static BatchRow of(int index, ObjectNode input, String otherName) {
        return new BatchRow(index, List.of(trace(index), otherName), input.put("objectWriteTraceId", trace(index)));
    }

    static ObjectNode end(RecordRef ref) {
        return Json.object().put("id", ref.id());
    }

    boolean isCalled(String name) {
        return !name.isEmpty() && names.contains(name);
    }

    boolean isMeantBy(VendorError error) {
        return error.inContext("objectWriteTraceId").contains(names.get(0))
                || error.inContext("ids").stream().anyMatch(this::isCalled)
                || error.inContext("id").stream().anyMatch(this::isCalled);
    }

    boolean isAnsweredBy(JsonNode result, String otherName) {
        String trace = Json.text(result, "objectWriteTraceId");
        return trace.isEmpty() ? isCalled(otherName) : trace.equals(names.get(0));
    }
}
