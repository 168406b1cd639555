package io.leadloop.spi;

/**
 * Data that goes when a part is removed.
 *
 * @param table the account's object whose rows lose something
 * @param part the whole object, or a field of it
 * @param rows that have a value there
 */
public record Holding(String table, PluginPart part, long rows) {}
