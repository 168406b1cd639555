package io.leadloop.hubspot;

import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** The ids of HubSpot's own association types, the same in every portal: the plain tie and the primary one. */
final class AssociationTypes {

    private record Pair(HubSpotObject from, HubSpotObject to) {}

    private static final Map<Pair, Integer> PLAIN = Map.of(
            new Pair(HubSpotObject.CONTACT, HubSpotObject.COMPANY), 279,
            new Pair(HubSpotObject.COMPANY, HubSpotObject.CONTACT), 280,
            new Pair(HubSpotObject.CONTACT, HubSpotObject.DEAL), 4,
            new Pair(HubSpotObject.DEAL, HubSpotObject.CONTACT), 3,
            new Pair(HubSpotObject.DEAL, HubSpotObject.COMPANY), 341,
            new Pair(HubSpotObject.COMPANY, HubSpotObject.DEAL), 342);

    private static final Map<Pair, Integer> PRIMARY = Map.of(
            new Pair(HubSpotObject.CONTACT, HubSpotObject.COMPANY), 1,
            new Pair(HubSpotObject.COMPANY, HubSpotObject.CONTACT), 2,
            new Pair(HubSpotObject.DEAL, HubSpotObject.COMPANY), 5,
            new Pair(HubSpotObject.COMPANY, HubSpotObject.DEAL), 6);

    private static final Set<Integer> PRIMARY_IDS = Set.copyOf(PRIMARY.values());

    private AssociationTypes() {}

    /** Empty if HubSpot has no type of its own for this label, which is empty or {@code primary}. */
    static OptionalInt id(HubSpotObject from, HubSpotObject to, String label) {
        Integer id = switch (label) {
            case "" -> PLAIN.get(new Pair(from, to));
            case "primary" -> PRIMARY.get(new Pair(from, to));
            default -> null;
        };
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }

    static boolean primary(int typeId) {
        return PRIMARY_IDS.contains(typeId);
    }
}
