package io.leadloop.spi;

import java.util.List;

/**
 * What an account has of our parts.
 *
 * @param version as the account tells it; empty if it tells none
 * @param present how many of our parts that can be looked for are there
 * @param missing those that are not, or that our user may not see
 * @param drift those that are there and differ: another type, other values, a right that lacks
 */
public record Installed(
        Standing standing, String version, int present, List<PluginPart> missing, List<PartProblem> drift) {

    /** How far the installation is. */
    public enum Standing {
        /** None of our parts is there. */
        ABSENT,
        /** Some are there. */
        HALF,
        /** All that the account's version had are there, and this program brings more or others. */
        OLDER,
        /** The account was installed by a newer program. */
        NEWER,
        CURRENT
    }

    public Installed {
        missing = List.copyOf(missing);
        drift = List.copyOf(drift);
    }
}
