package io.leadloop.hubspot;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import tools.jackson.databind.JsonNode;

/**
 * The portal behind the credentials.
 *
 * @param type {@code STANDARD}, {@code DEVELOPER_TEST}, {@code SANDBOX} or {@code APP_DEVELOPER}
 * @param zone where its day, and with it its daily limit, begins
 */
public record AccountInfo(long portalId, String type, ZoneId zone, String currency, String uiDomain) {

    static AccountInfo of(JsonNode body) {
        return new AccountInfo(
                body.path("portalId").asLong(0),
                Json.text(body, "accountType"),
                zone(Json.text(body, "timeZone")),
                Json.text(body, "companyCurrency"),
                Json.text(body, "uiDomain"));
    }

    private static ZoneId zone(String name) {
        try {
            return name.isEmpty() ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
