package io.leadloop.spi;

/** What became of a part, or would become of it. */
public record PartChange(PluginPart part, Effect effect) {

    /** In the order in which people want to read them. */
    public enum Effect {
        ADDED,
        CHANGED,
        REMOVED,
        SAME
    }
}
