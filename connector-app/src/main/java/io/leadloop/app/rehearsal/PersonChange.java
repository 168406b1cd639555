package io.leadloop.app.rehearsal;

import io.leadloop.canonical.AggregateId;
import java.util.List;

/**
 * One person as a run would change it.
 *
 * @param name as people know it
 * @param fields what would change, in the order of the run
 */
public record PersonChange(AggregateId id, String name, List<Field> fields) {

    /**
     * @param record the connection and object, such as {@code crm Lead}
     * @param before empty for a new record
     * @param because the rule and the line of the file that says so
     */
    public record Field(String record, String field, String before, String after, String because) {}

    public PersonChange {
        fields = List.copyOf(fields);
    }
}
