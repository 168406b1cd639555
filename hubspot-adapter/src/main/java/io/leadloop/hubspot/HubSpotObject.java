package io.leadloop.hubspot;

import io.leadloop.canonical.ObjectType;
import io.leadloop.failure.CallFailed;
import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import java.util.Arrays;
import java.util.Optional;

/** The object types that we speak of. Contacts alone call their modified property otherwise. */
enum HubSpotObject {
    CONTACT("contact", "contacts", "lastmodifieddate"),
    COMPANY("company", "companies", "hs_lastmodifieddate"),
    DEAL("deal", "deals", "hs_lastmodifieddate");

    private final ObjectType type;
    private final String plural;
    private final String modified;

    HubSpotObject(String singular, String plural, String modified) {
        this.type = new ObjectType(singular);
        this.plural = plural;
        this.modified = modified;
    }

    /** @throws CallFailed MISCONFIGURED for a type that this adapter does not know */
    static HubSpotObject of(ObjectType type) {
        return find(type)
                .orElseThrow(() -> new CallFailed(Failure.of(
                        FailureKind.MISCONFIGURED, "UNKNOWN_OBJECT_TYPE", "the HubSpot adapter knows no " + type)));
    }

    static Optional<HubSpotObject> find(ObjectType type) {
        return Arrays.stream(values())
                .filter(object -> object.type.equals(type))
                .findFirst();
    }

    ObjectType type() {
        return type;
    }

    String plural() {
        return plural;
    }

    String modified() {
        return modified;
    }
}
