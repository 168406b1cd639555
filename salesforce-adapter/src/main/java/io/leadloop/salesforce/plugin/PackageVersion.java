package io.leadloop.salesforce.plugin;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The package's version. It stands in the help text of one field, which admins can read and our user may see without any
 * right to the set-up (ADR 0026).
 */
final class PackageVersion {

    static final String OBJECT = "LeadLoop_Handoff__c";
    static final String FIELD = "LeadLoop_Key__c";

    private static final Pattern NUMBER = Pattern.compile("\\b(\\d{1,4}\\.\\d{1,4}\\.\\d{1,4})\\b");

    private PackageVersion() {}

    /** Empty if the text tells none. */
    static String in(String help) {
        Matcher found = NUMBER.matcher(help);
        return found.find() ? found.group(1) : "";
    }

    static String of(PackageSource source) {
        return source.file(PartKind.FIELD, OBJECT + "." + FIELD)
                .map(file -> in(file.root().get("inlineHelpText")))
                .orElse("");
    }

    /** Negative if the first is the older one; none is older than any. */
    static int compare(String one, String other) {
        return Arrays.compare(numbers(one), numbers(other));
    }

    private static int[] numbers(String version) {
        return version.isEmpty()
                ? new int[0]
                : Arrays.stream(version.split("\\."))
                        .mapToInt(Integer::parseInt)
                        .toArray();
    }
}
