package io.leadloop.salesforce.plugin;

import java.util.Arrays;
import java.util.Optional;

/** Kinds of parts: the folder of their source, their metadata type and what their files are called in a deployment. */
enum PartKind {
    OBJECT("objects", "CustomObject", "object"),
    FIELD("fields", "CustomField", "field"),
    VALIDATION_RULE("validationRules", "ValidationRule", "validationRule"),
    LIST_VIEW("listViews", "ListView", "listView"),
    WEB_LINK("webLinks", "WebLink", "webLink"),
    GLOBAL_VALUE_SET("globalValueSets", "GlobalValueSet", "globalValueSet"),
    CUSTOM_PERMISSION("customPermissions", "CustomPermission", "customPermission"),
    PERMISSION_SET("permissionsets", "PermissionSet", "permissionset"),
    COMPONENT("lwc", "LightningComponentBundle", "js"),
    FLOW("flows", "Flow", "flow"),
    QUICK_ACTION("quickActions", "QuickAction", "quickAction"),
    LABEL("labels", "CustomLabel", "labels"),
    TAB("tabs", "CustomTab", "tab"),
    LAYOUT("layouts", "Layout", "layout"),
    REPORT_TYPE("reportTypes", "ReportType", "reportType"),
    REPORT("reports", "Report", "report"),
    DASHBOARD("dashboards", "Dashboard", "dashboard"),
    INFLUENCE_MODEL("campaignInfluenceModels", "CampaignInfluenceModel", "campaignInfluenceModel");

    private final String folder;
    private final String type;
    private final String suffix;

    PartKind(String folder, String type, String suffix) {
        this.folder = folder;
        this.type = type;
        this.suffix = suffix;
    }

    String folder() {
        return folder;
    }

    String type() {
        return type;
    }

    String suffix() {
        return suffix;
    }

    /** Of an object, with a file of its own in the source and none in a deployment. */
    boolean isWithinObject() {
        return this == FIELD || this == VALIDATION_RULE || this == LIST_VIEW || this == WEB_LINK;
    }

    /** Kept in folders, which are parts themselves. */
    boolean hasFolders() {
        return this == REPORT || this == DASHBOARD;
    }

    static Optional<PartKind> ofFolder(String folder) {
        return Arrays.stream(values())
                .filter(kind -> kind.folder.equals(folder))
                .findFirst();
    }

    static Optional<PartKind> ofType(String type) {
        return Arrays.stream(values()).filter(kind -> kind.type.equals(type)).findFirst();
    }
}
