package io.leadloop.salesforce.plugin;

import io.leadloop.failure.CallFailed;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import tools.jackson.databind.json.JsonMapper;

/** Gives the permission set of the integration to the user that we log in as: without it this user sees no field of ours. */
final class Rights {

    private static final String SET = "LeadLoop_Integration";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SalesforceRest rest;
    private final OrgView org;

    Rights(SalesforceRest rest, OrgView org) {
        this.rest = rest;
        this.org = org;
    }

    /** One sentence on what was done, or is left to do. */
    String give() {
        try {
            String user = rest.get("/").path("identity").asString("").replaceFirst(".*/", "");
            List<String> sets = new ArrayList<>();
            org.rows(
                    "SELECT Id FROM PermissionSet WHERE Name = '" + SET + "'",
                    row -> sets.add(row.path("Id").asString("")));
            if (sets.isEmpty() || !user.matches("005\\w{12,15}")) {
                return byHand();
            }
            boolean has = org.count("SELECT COUNT() FROM PermissionSetAssignment WHERE AssigneeId = '" + user
                            + "' AND PermissionSetId = '" + sets.get(0) + "'")
                    > 0;
            if (has) {
                return "The user that LeadLoop logs in as has the permission set LeadLoop Integration.";
            }
            rest.post(
                    "/sobjects/PermissionSetAssignment",
                    new StringEntity(
                            JSON.createObjectNode()
                                    .put("AssigneeId", user)
                                    .put("PermissionSetId", sets.get(0))
                                    .toString(),
                            ContentType.APPLICATION_JSON));
            return "The user that LeadLoop logs in as was given the permission set LeadLoop Integration.";
        } catch (CallFailed refused) {
            return byHand();
        }
    }

    private static String byHand() {
        return "Give the permission set LeadLoop Integration to the user that LeadLoop logs in as:"
                + " its own rights do not suffice for that.";
    }
}
