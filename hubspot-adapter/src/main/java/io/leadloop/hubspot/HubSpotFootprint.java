package io.leadloop.hubspot;

import java.util.List;

/**
 * What LeadLoop adds to a portal: one group of contact properties.
 *
 * @param version of the program that brings it
 * @param group the group's name
 */
public record HubSpotFootprint(String version, String group, String groupLabel, List<Property> contact) {

    /** Brings nothing. */
    public static final HubSpotFootprint NONE = new HubSpotFootprint("", "", "", List.of());

    public HubSpotFootprint {
        contact = List.copyOf(contact);
    }

    /**
     * @param type {@code string}, {@code enumeration}, {@code number}, {@code date} or {@code datetime}
     * @param fieldType how HubSpot shows it
     * @param unique whether no two contacts may have the same value; HubSpot fixes that when it is made
     * @param options of an enumeration, in order
     */
    public record Property(
            String name,
            String label,
            String description,
            String type,
            String fieldType,
            boolean unique,
            List<Option> options) {

        public Property {
            options = List.copyOf(options);
        }
    }

    public record Option(String value, String label) {}
}
