package io.leadloop.salesforce;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.ObjectType;
import io.leadloop.spi.Projection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which columns to select: those asked for, and those that tell version and retirement. */
final class Columns {

    static final String VERSION = "SystemModstamp";

    /** Setup objects have no recycle bin. */
    private static final Set<String> NEVER_DELETED = Set.of("User", "Group", "Profile", "RecordType", "Organization");

    private Columns() {}

    static Set<String> of(Projection what) {
        Set<String> columns = new LinkedHashSet<>(List.of("Id", VERSION));
        columns.addAll(retirement(what.type()));
        for (FieldName field : what.fields()) {
            columns.add(Soql.name(field.value()));
        }
        return columns;
    }

    private static List<String> retirement(ObjectType type) {
        return switch (type.value()) {
            case "Lead" ->
                List.of(
                        "IsDeleted",
                        "MasterRecordId",
                        "IsConverted",
                        "ConvertedContactId",
                        "ConvertedAccountId",
                        "ConvertedOpportunityId");
            case "Contact", "Account" -> List.of("IsDeleted", "MasterRecordId");
            default -> NEVER_DELETED.contains(type.value()) ? List.of() : List.of("IsDeleted");
        };
    }
}
