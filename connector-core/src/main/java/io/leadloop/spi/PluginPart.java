package io.leadloop.spi;

import java.util.Comparator;

/**
 * One thing that LeadLoop adds.
 *
 * @param kind the vendor's word, as docs/footprint.md has it: {@code fields}, {@code objects}, {@code permissionsets}
 * @param name within the account: {@code Lead.LeadLoop_Key__c}
 */
public record PluginPart(String kind, String name) implements Comparable<PluginPart> {

    @Override
    public int compareTo(PluginPart other) {
        return Comparator.comparing(PluginPart::kind)
                .thenComparing(PluginPart::name)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return kind + " " + name;
    }
}
