package io.leadloop.salesforce.pubsub;

import io.leadloop.canonical.ObjectType;

/** Names of an object's change events (Change Data Capture guide). */
final class Topics {

    private static final String CUSTOM = "__c";

    private Topics() {}

    /** {@code LeadChangeEvent}, {@code Thing__ChangeEvent}. */
    static String event(ObjectType type) {
        String name = type.value();
        return (name.endsWith(CUSTOM) ? name.substring(0, name.length() - 1) : name) + "ChangeEvent";
    }

    static String topic(ObjectType type) {
        return "/data/" + event(type);
    }
}
