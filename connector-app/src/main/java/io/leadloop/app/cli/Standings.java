package io.leadloop.app.cli;

import io.leadloop.spi.Installed;
import java.util.function.Consumer;

/** How far an installation is, in words. */
final class Standings {

    private Standings() {}

    static String of(Installed found) {
        return switch (found.standing()) {
            case ABSENT -> "nothing of it is there yet";
            case HALF -> "half installed: " + found.missing().size() + " parts are missing or cannot be seen";
            case OLDER -> "version " + told(found) + " is there";
            case NEWER -> "the newer version " + told(found) + " is there";
            case CURRENT ->
                found.drift().isEmpty()
                        ? "it is there"
                        : "it is there, and " + found.drift().size() + " parts differ";
        };
    }

    private static String told(Installed found) {
        return found.version().isEmpty() ? "(it tells none)" : found.version();
    }

    static Consumer<String> quiet() {
        return step -> {};
    }
}
