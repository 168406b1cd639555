package io.leadloop.salesforce.plugin;

import io.leadloop.spi.PluginPart;

/**
 * One metadata file of the package.
 *
 * @param path within the source
 * @param object that it belongs to; empty for what belongs to none
 */
record SourceFile(String path, PartKind kind, String object, String simpleName, XmlNode root) {

    /** {@code Lead.LeadLoop_Key__c}, or the simple name of what belongs to no object. */
    String fullName() {
        return object.isEmpty() || kind == PartKind.OBJECT ? simpleName : object + "." + simpleName;
    }

    PluginPart part() {
        return new PluginPart(kind.folder(), fullName());
    }

    String at(XmlNode node) {
        return path + ":" + node.line() + ":" + node.column();
    }
}
