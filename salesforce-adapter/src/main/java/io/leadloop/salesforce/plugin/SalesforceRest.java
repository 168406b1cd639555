package io.leadloop.salesforce.plugin;

import org.apache.hc.core5.http.HttpEntity;
import tools.jackson.databind.JsonNode;

/** Calls of one org's REST API; paths begin behind {@code /services/data/vNN.N}. All throw {@code CallFailed}. */
public interface SalesforceRest {

    /** The version of the package and of the calls, which must be equal (salesforce.md 7.6). */
    String VERSION = "66.0";

    JsonNode get(String path);

    /** May have been applied if the failure is of kind UNKNOWN_OUTCOME. */
    JsonNode post(String path, HttpEntity body);

    /** As {@link #post}. */
    void delete(String path);
}
